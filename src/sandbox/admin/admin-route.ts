import type { z } from 'zod';
import type { Shop } from '../shop.ts';

/** What an admin route answers: a status and a JSON body. */
export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A request to an admin route: path parameters, query and parsed JSON body (undefined when empty). */
export interface AdminRequest {
  readonly shop: Shop;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** One admin route; `:name` in the path becomes a parameter. */
export interface AdminRoute {
  readonly verb: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly run: (request: AdminRequest) => AdminAnswer | Promise<AdminAnswer>;
}

/** HTTP 200 with a body. */
export function done(body: unknown): AdminAnswer {
  return { status: 200, body };
}

/** A refusal with a sentence that says what is wrong. */
export function refuse(status: number, error: string): AdminAnswer {
  return { status, body: { error } };
}

/** A route whose JSON body is checked with `schema` first; an empty body counts as `{}`. */
export function withBody<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, request: AdminRequest) => AdminAnswer | Promise<AdminAnswer>,
): AdminRoute['run'] {
  return (request) => {
    const parsed = schema.safeParse(request.body ?? {});
    if (parsed.success) return run(parsed.data, request);
    const issue = parsed.error.issues[0];
    return refuse(
      400,
      `${issue?.path.map(String).join('.') || 'body'}: ${issue?.message ?? 'not understood'}`,
    );
  };
}
