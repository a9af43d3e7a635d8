import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ShopId } from '#domain/ids.ts';
import type { SellerAccount } from '../seller-account.ts';
import { createLimiter } from './limiter.ts';
import { realClock } from './limiter-clock.ts';
import { createOzonAccount } from './ozon-account.ts';

/** One request as the scripted shop saw it. */
export type SeenRequest = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
type Reply = (response: ServerResponse, request: SeenRequest) => void;

/** A real HTTP server for tests whose answers are written down in advance; used by this folder's tests alone. */
export interface ScriptedShop {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** Answers for a path, one per request; the last one repeats. */
  answer(path: string, ...replies: readonly Reply[]): void;
  /** The parsed bodies that a path was sent. */
  bodies(path: string): readonly unknown[];
  close(): Promise<void>;
}

/** Starts a scripted shop on a free port of this machine. */
export async function startScriptedShop(): Promise<ScriptedShop> {
  const scripts = new Map<string, Reply[]>();
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const one = { path, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      const script = scripts.get(path) ?? [];
      const reply = script.length > 1 ? script.shift() : script[0];
      (reply ?? status(404, { code: 5, message: 'method is not allowed' }))(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer: (path, ...replies) => {
      scripts.set(path, [...replies]);
    },
    bodies: (path) => seen.filter((one) => one.path === path).map((one) => JSON.parse(one.body)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer with a JSON body. */
export function status(code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** HTTP 200 with a JSON body. */
export function json(body: unknown): Reply {
  return status(200, body);
}

/** An answer with any body. */
export function raw(
  code: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => {
    response.writeHead(code, headers).end(body);
  };
}

/** The connection ends without an answer. */
export const hangUp: Reply = (response) => {
  response.destroy();
};

/** No answer ever comes. */
export const silence: Reply = () => undefined;

/** Half of an answer, then the connection ends. */
export const half: Reply = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"result":{"posting', () => response.destroy());
};

/** An account at a scripted shop; `clock.at` is its time. */
export function accountAt(
  shop: { readonly url: string },
  options: { readonly timeoutMs?: number; readonly clock?: { at: number }; readonly apiKey?: string } = {},
): SellerAccount {
  const clock = options.clock ?? { at: Date.parse('2026-11-23T08:00:00Z') };
  const now = () => clock.at;
  return createOzonAccount({
    shop: ShopId.parse('S1'),
    url: shop.url,
    clientId: '1',
    apiKey: options.apiKey ?? 'secret-key-of-the-shop',
    now,
    limiter: createLimiter({ clock: { ...realClock, nowMs: now }, perSecond: 10_000 }),
    timeoutMs: options.timeoutMs ?? 5000,
  });
}
