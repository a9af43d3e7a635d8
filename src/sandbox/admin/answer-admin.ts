import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Shop } from '../shop.ts';
import { type AdminAnswer, type AdminRoute, refuse } from './admin-route.ts';
import { afterSaleRoutes } from './after-sale-routes.ts';
import { cardRoutes } from './card-routes.ts';
import { carriageRoutes } from './carriage-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { financeRoutes } from './finance-routes.ts';
import { importRoutes } from './import-routes.ts';
import { postingRoutes } from './posting-routes.ts';
import { shopRoutes } from './shop-routes.ts';

const ROUTES: readonly AdminRoute[] = [
  ...shopRoutes,
  ...postingRoutes,
  ...afterSaleRoutes,
  ...carriageRoutes,
  ...chatRoutes,
  ...financeRoutes,
  ...importRoutes,
  ...cardRoutes,
];

/** Answers a request under /admin; no key is asked for, so the stand-in must not face a network it does not trust. */
export async function answerAdmin(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const url = new URL(request.url, 'http://sandbox');
  const { status, body } = await adminAnswer(shop, request, url);
  reply.status(status).send(body);
}

async function adminAnswer(shop: Shop, request: FastifyRequest, url: URL): Promise<AdminAnswer> {
  const text = typeof request.body === 'string' ? request.body.trim() : '';
  const body = bodyOf(text);
  if (body === null) return refuse(400, 'body: not JSON');
  for (const route of ROUTES) {
    const params = route.verb === request.method ? paramsOf(route.path, url.pathname) : null;
    if (params !== null) return route.run({ shop, params, query: url.searchParams, body: body.value });
  }
  return refuse(404, `no route ${request.method} ${url.pathname}`);
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

function bodyOf(text: string): { readonly value: unknown } | null {
  if (text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
