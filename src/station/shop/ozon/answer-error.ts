import { z } from 'zod';

/** An error as Ozon words it: a gRPC number where there is one, and a message that is often a code itself. */
export type AnswerError = { readonly grpc: number | null; readonly message: string };

const Words = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

/** `{ code: 3, message, details }`, the shape of today's methods. */
const GrpcStatus = z.object({ code: z.coerce.number().int(), message: Words });
/** `{ error: { code: "BAD_REQUEST", message } }`, the shape of the old ones. */
const OldError = z.object({ error: z.object({ code: Words, message: Words }) });
const Plain = z.object({ message: z.string().trim().min(1) });

/** The error inside a parsed body, whatever the HTTP status; null when the body is none. */
export function errorIn(body: unknown): AnswerError | null {
  const old = OldError.safeParse(body);
  if (old.success) {
    const { code, message } = old.data.error;
    if (code === '' && message === '') return null;
    return {
      grpc: null,
      message: message === '' || /^[A-Z][A-Z0-9_]+$/.test(code) ? joined(code, message) : message,
    };
  }
  const status = GrpcStatus.safeParse(body);
  if (status.success && status.data.code !== 0)
    return { grpc: status.data.code, message: status.data.message };
  const plain = Plain.safeParse(body);
  return plain.success ? { grpc: null, message: plain.data.message } : null;
}

/** The same for a body that came with HTTP 200, where a `message` or an `error` beside data is not a refusal. */
export function errorInSuccess(body: unknown): AnswerError | null {
  if (typeof body !== 'object' || body === null) return null;
  const allowed = new Set(['code', 'message', 'details', 'error', 'result']);
  if (!Object.keys(body).every((key) => allowed.has(key))) return null;
  if ('result' in body && body.result !== null) return null;
  return errorIn(body);
}

/** The machine-readable code in an error's message: Ozon's business codes are the whole message. */
export function codeIn(error: AnswerError): string {
  const code = /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|^[A-Z][A-Z0-9_]{3,}/.exec(error.message)?.[0];
  return code ?? (error.grpc === null ? 'UNNAMED' : `GRPC_${error.grpc}`);
}

function joined(code: string, message: string): string {
  return message === '' ? code : `${code}: ${message}`;
}
