/** What came back as a body: all of it, less than was promised, or more than is allowed. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly detail: string }
  | { readonly kind: 'too-large' };

/** What became of one HTTP request. `lost` means that it may have arrived. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: Body }
  | { readonly kind: 'not-sent'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string };

/** One request and its bounds. */
export type ExchangeRequest = {
  readonly url: string;
  readonly init: RequestInit;
  /** Longest answer, in bytes after decompression. */
  readonly maxBytes: number;
  /** Longest time from sending to the last byte, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

/** Sends one request and reads its answer. Redirects are never followed here, so headers stay with the host they are for. */
export async function exchange(send: typeof fetch, request: ExchangeRequest): Promise<Exchange> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
  if (signal.aborted) return { kind: 'not-sent', detail: 'ended before it was sent' };
  let response: Response;
  try {
    response = await send(request.url, { ...request.init, redirect: 'manual', signal });
  } catch (error) {
    return { kind: neverSent(error) ? 'not-sent' : 'lost', detail: explain(error) };
  }
  const body = await readBody(response, request.maxBytes);
  return { kind: 'answered', status: response.status, headers: response.headers, body };
}

async function readBody(response: Response, maxBytes: number): Promise<Body> {
  if (response.body === null) return { kind: 'whole', bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > maxBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch (error) {
    return { kind: 'cut', detail: explain(error) };
  }
  return { kind: 'whole', bytes: new Uint8Array(Buffer.concat(chunks)) };
}

const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
]);
const TLS_REFUSED = /^(ERR_TLS_|ERR_SSL_|UNABLE_TO_)/;

/** True only where the request certainly never left: no address, no connection, no trusted certificate. */
function neverSent(error: unknown): boolean {
  const cause = causeOf(error);
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(neverSent);
  const code = textOf(cause, 'code');
  return BEFORE_SENDING.has(code) || TLS_REFUSED.test(code) || textOf(cause, 'syscall') === 'connect';
}

function explain(error: unknown): string {
  const cause = causeOf(error);
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = textOf(first, 'code') || textOf(first, 'name');
  return [code, textOf(first, 'message')].filter((part) => part !== '').join(': ') || 'connection failed';
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

function textOf(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : '';
}
