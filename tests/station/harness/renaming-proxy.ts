import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type RenamingProxy = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Stands between a bench and the stand-in shop and gives products other names on the way: the stand-in sells only
 * decent ones. `rename` is asked for every text called `name` in an answer.
 */
export async function startRenamingProxy(
  target: string,
  rename: (name: string) => string,
): Promise<RenamingProxy> {
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !hopByHop.has(name) ? [[name, value]] : [],
    );
    const answer = await fetch(`${target}${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length === 0 ? {} : { body }),
    });
    const type = answer.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = type.includes('json') && bytes.length > 0;
    const renamed = isJson
      ? JSON.stringify(JSON.parse(bytes.toString('utf8'), reviver(rename, target, urlOf(server))))
      : bytes;
    response.writeHead(answer.status, { 'content-type': type }).end(renamed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const hopByHop: ReadonlySet<string> = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** Also leads the addresses of labels and pictures through here: a bench fetches them from its shop alone. */
function reviver(rename: (name: string) => string, target: string, own: string) {
  return (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (key === 'name') return rename(value);
    return value.startsWith(`${target}/`) ? own + value.slice(target.length) : value;
  };
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return `http://127.0.0.1:${address.port}`;
}
