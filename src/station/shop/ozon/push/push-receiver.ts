import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseJson } from '../parse-json.ts';
import { readPushMessage } from './push-message.ts';
import type { PushSpool } from './push-spool.ts';

export type PushReceiverOptions = {
  readonly port: number;
  readonly host: string;
  /** The secret last part of the address that is entered at Ozon; nobody else knows where to send. */
  readonly secret: string;
  readonly spool: PushSpool;
  readonly version: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** Told of each request, without its body and without the secret. */
  readonly onRequest?: (line: { readonly status: number; readonly type: string | null }) => void;
};

export type PushReceiver = {
  /** Without the secret. */
  readonly url: string;
  close(): Promise<void>;
};

const BODY_MAX = 256 * 1024;
/** Ozon waits for 1.5 s; whoever sends more slowly than this is not Ozon, ms. */
const REQUEST_MS = 10_000;

type Answer = { readonly status: number; readonly body: object; readonly type: string | null };

/**
 * Takes Ozon's notifications: each is on disk before it is answered, and nothing else is done before the answer, so that it
 * leaves within the time that Ozon grades. Whatever is no POST to the secret address is answered with 404.
 */
export async function startPushReceiver(options: PushReceiverOptions): Promise<PushReceiver> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      answerTo(request, options).then(
        (answer) => reply(response, answer, options),
        () => reply(response, failure(500, 'ERROR_UNKNOWN', 'not kept'), options),
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerTo(request: IncomingMessage, options: PushReceiverOptions): Promise<Answer> {
  const path = new URL(request.url ?? '/', 'http://receiver').pathname;
  if (request.method !== 'POST' || !isSame(path.slice(1), options.secret)) {
    request.resume();
    return failure(404, 'ERROR_UNKNOWN', 'nothing here');
  }
  const text = await bodyOf(request);
  if (text === null) return failure(413, 'ERROR_UNKNOWN', 'too large');
  const parsed = parseJson(text);
  const message = parsed.ok ? readPushMessage(parsed.value) : null;
  if (message === null) return failure(400, 'ERROR_PARAMETER_VALUE_MISSED', 'no notification');
  if (message.kind === 'ping') {
    const time = new Date(options.now()).toISOString();
    return { status: 200, type: 'TYPE_PING', body: { version: options.version, name: 'Packbench', time } };
  }
  const { type } = message;
  // What changes nothing here is taken all the same: refusing it would have it sent again and again.
  const isKept = message.kind === 'other' || (await options.spool.put(text, message.sellerId));
  return isKept
    ? { status: 200, type, body: { result: true } }
    : failure(503, 'ERROR_UNKNOWN', 'too many wait', type);
}

function failure(status: number, code: string, message: string, type: string | null = null): Answer {
  return { status, type, body: { error: { code, message, details: null } } };
}

function reply(
  response: ServerResponse,
  { status, body, type }: Answer,
  { onRequest }: PushReceiverOptions,
): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
  onRequest?.({ status, type });
}

/** The body as text; null where it is too large, and the rest of it is then not read. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > BODY_MAX) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In the same time whatever is tried, so that the secret cannot be found out letter by letter. */
function isSame(tried: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(tried), hash(secret));
}
