import type { z } from 'zod';
import type { World } from '../world/world.ts';
import { type ApiRefusal, type ApiReply, refused } from './api-reply.ts';

/** What a method knows beside its input. */
export interface ApiCall {
  readonly world: World;
  /** Epoch ms. */
  readonly now: number;
  /** Where this server is reached, without a trailing slash; addresses of files start with it. */
  readonly baseUrl: string;
}

/** One method of the Seller API: takes the parsed JSON body and its text (for error positions). */
export type ApiMethod = (body: unknown, rawBody: string, call: ApiCall) => ApiReply | Promise<ApiReply>;

/** Methods by their path, as every area exports them. */
export type ApiMethods = Readonly<Record<string, ApiMethod>>;

/** A method whose body is checked with `schema` first; a wrong body is refused in Ozon's two manners. */
export function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, call: ApiCall) => ApiReply | Promise<ApiReply>,
): ApiMethod {
  return (body, rawBody, call) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) return refusalOf(parsed.error, body, rawBody);
    return run(parsed.data, call);
  };
}

/** Wrong JSON types answer like a proto parser, wrong values like a validator (both seen on the live service). */
function refusalOf(error: z.ZodError, body: unknown, rawBody: string): ApiRefusal {
  const issue = error.issues[0];
  if (issue === undefined) return refused('Request validation error');
  const value = valueAt(body, issue.path);
  const wrongType = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  if (wrongType && value !== undefined) {
    const token = tokenOf(value);
    const position = Math.max(rawBody.indexOf(token), 0) + 1;
    return refused(`proto: syntax error (line 1:${position}): unexpected token ${token}`);
  }
  const field = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : pascal(String(part))))
    .join('.');
  return refused(`Request validation error: invalid Request.${field}: ${issue.message}`);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return '[';
  if (typeof value === 'object' && value !== null) return '{';
  return JSON.stringify(value);
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
