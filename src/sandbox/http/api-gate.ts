import type { IncomingHttpHeaders } from 'node:http';
import { API_METHODS } from '../api-methods.ts';
import type { Shop } from '../shop.ts';
import { type ApiRefusal, type ApiReply, notFound, refusal, refused } from './api-reply.ts';
import { refuseCredentials, refuseRole } from './auth.ts';
import { OBSOLETE_METHODS } from './obsolete-methods.ts';

/** A request to a method, as it came over the wire. */
export interface ApiRequest {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly baseUrl: string;
}

/** The answer of the stand-in, faults apart, and how many requests are left in this second. */
export interface ApiAnswer {
  readonly reply: ApiReply;
  readonly remaining: number | null;
}

/** Takes a request through key, rate limit, role and method. */
export async function answerApi(shop: Shop, request: ApiRequest): Promise<ApiAnswer> {
  const world = shop.world();
  const barred = refuseCredentials(request.headers, shop.credentials, world.key, shop.now());
  if (barred !== null) return { reply: barred, remaining: null };
  const rate = shop.limiter.take(shop.credentials.clientId, performance.now());
  if (!rate.allowed) return { reply: tooManyRequests(rate.retryAfterS), remaining: 0 };
  const waitS = shop.methodLimits.take(request.path, performance.now());
  if (waitS !== null) return { reply: tooManyOf(waitS), remaining: rate.remaining };
  return { reply: await callMethod(shop, request), remaining: rate.remaining };
}

/** HTTP 429 in Ozon's words; without the headers whose value is null. */
export function tooManyRequests(
  retryAfterS: number | null,
  itemRetryAfterMin: number | null = null,
): ApiRefusal {
  const answer = refusal(429, 8, 'You have reached request rate limit per second');
  const headers = {
    ...(retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) }),
    ...(itemRetryAfterMin === null ? {} : { 'item-retry-after': String(itemRetryAfterMin) }),
  };
  return { ...answer, headers };
}

/** HTTP 429 for a method that has a limit of its own; Ozon's words for that are not known. */
function tooManyOf(retryAfterS: number): ApiRefusal {
  const answer = refusal(429, 8, 'You have reached request limit of the method');
  return { ...answer, headers: { 'retry-after': String(retryAfterS) } };
}

async function callMethod(shop: Shop, request: ApiRequest): Promise<ApiReply> {
  if (shop.lifeOf.get(request.path) === 'gone' || isShutDown(shop, request.path))
    return refusal(400, 9, 'obsolete method cannot be used');
  const method = API_METHODS.get(request.path);
  if (method === undefined) return notFound('Not Found');
  if (request.verb !== 'POST') return refusal(501, 12, 'Method Not Allowed');
  const world = shop.world();
  const barred = refuseRole(request.path, world.key);
  if (barred !== null) return barred;
  if (request.body.trim() === '') return refused('proto: unexpected EOF');
  const body = parsedBody(request.body);
  if (body === undefined)
    return refused(`proto: syntax error (line 1:1): unexpected token ${request.body.slice(0, 12)}`);
  return method(body.value, request.body, { world, now: shop.now(), baseUrl: request.baseUrl });
}

function isShutDown(shop: Shop, path: string): boolean {
  return OBSOLETE_METHODS.has(path) && shop.lifeOf.get(path) !== 'alive';
}

function parsedBody(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
