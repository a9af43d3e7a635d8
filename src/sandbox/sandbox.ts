import Fastify, { type FastifyInstance } from 'fastify';
import { answerAdmin } from './admin/answer-admin.ts';
import { answerRequest } from './http/answer-request.ts';
import { makeShop, type Shop } from './shop.ts';
import { newWorld } from './world/new-world.ts';
import { loadState } from './world/state-file.ts';

/** How to start the stand-in marketplace. */
export interface SandboxOptions {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; default 127.0.0.1. The admin routes ask for no key: keep it local. */
  readonly host?: string;
  /** Whole number from which products and postings follow; default 1. */
  readonly seed?: number;
  /** Default "1". */
  readonly clientId?: string;
  /** Default "sandbox-key". */
  readonly apiKey?: string;
  /** Loaded at start where it exists (then `seed` is the file's), written on close and on /admin/save. */
  readonly stateFile?: string;
  /** The shop's clock, epoch ms; default Date.now. */
  readonly now?: () => number;
}

/** A running stand-in. */
export interface Sandbox {
  /** Without a trailing slash. */
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  /** Saves the state where a file was named, and frees the port. */
  close(): Promise<void>;
}

/** Starts the stand-in; rejects where the port is taken or the state file holds something else. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, host = '127.0.0.1', seed = 1, clientId = '1', apiKey = 'sandbox-key', stateFile } = options;
  const now = options.now ?? Date.now;
  const saved = stateFile === undefined ? null : await loadState(stateFile);
  const shop = makeShop({
    world: saved ?? newWorld(seed, now()),
    credentials: { clientId, apiKey },
    now,
    stateFile,
  });
  const server = serverOf(shop);
  await server.listen({ port, host });
  const address = server.server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${listening}`,
    clientId,
    apiKey,
    close: async () => {
      await server.close();
      await shop.save();
    },
  };
}

function serverOf(shop: Shop): FastifyInstance {
  const server = Fastify({ bodyLimit: 20 * 1024 * 1024, forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
  server.all('/admin/*', async (request, reply) => answerAdmin(shop, request, reply));
  server.all('/*', async (request, reply) => answerRequest(shop, request, reply));
  return server;
}
