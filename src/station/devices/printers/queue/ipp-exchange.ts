import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { err, type Result } from '#domain/result.ts';
import type { OpenFailure } from '../../transports/transport.ts';
import { decodeIppResponse, encodeIppRequest, type IppRequest, type IppResponse } from './ipp-message.ts';

/** Where requests go: a printer's URI, and the socket that leads there where it is no address of the network. */
export type IppTarget = {
  /** `ipp://host:port/path` as it stands in each request. */
  readonly printerUri: string;
  readonly socketPath: string | null;
};

/** An answer longer than this is none. */
const ANSWER_BYTES_MAX = 1_000_000;
const IPP_PORT = 631;

/**
 * One request and its answer within `timeoutMs`; `document` is sent behind the request. Fails as opening a device does:
 * nothing there, refused, no permission, no answer in time, or an answer that is no IPP.
 */
export function exchangeIpp(
  target: IppTarget,
  request: IppRequest,
  timeoutMs: number,
  document: Uint8Array = new Uint8Array(),
): Promise<Result<IppResponse, OpenFailure>> {
  const body = Buffer.concat([encodeIppRequest(request), document]);
  const url = new URL(target.printerUri);
  const isSecure = url.protocol === 'ipps:';
  const options = {
    method: 'POST',
    path: url.pathname,
    ...(target.socketPath === null
      ? { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? IPP_PORT : Number(url.port) }
      : { socketPath: target.socketPath }),
    headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
    agent: false,
  } as const;
  return new Promise((resolve) => {
    const call = isSecure ? httpsRequest(options) : httpRequest(options);
    const timer = setTimeout(() => {
      resolve(err({ code: 'timeout', technical: `no answer in ${timeoutMs} ms` }));
      call.destroy();
    }, timeoutMs);
    const settle = (answer: Result<IppResponse, OpenFailure>) => {
      clearTimeout(timer);
      resolve(answer);
    };
    call.on('error', (error) => settle(err(openFailure(error))));
    call.on('response', (response) => void readAnswer(response).then(settle));
    call.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Result<IppResponse, OpenFailure>> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response) {
      const bytes = Buffer.from(part);
      length += bytes.length;
      if (length > ANSWER_BYTES_MAX) return err({ code: 'failed', technical: 'the answer does not end' });
      parts.push(bytes);
    }
  } catch (cause) {
    return err({ code: 'failed', technical: String(cause) });
  }
  const { statusCode = 0 } = response;
  if (statusCode === 401 || statusCode === 403)
    return err({ code: 'no-permission', technical: `HTTP ${statusCode}` });
  if (statusCode !== 200) return err({ code: 'failed', technical: `HTTP ${statusCode}` });
  const decoded = decodeIppResponse(Buffer.concat(parts));
  return decoded.ok ? decoded : err({ code: 'failed', technical: decoded.error.technical });
}

function openFailure(error: NodeJS.ErrnoException): OpenFailure {
  const technical = error.message;
  switch (error.code) {
    case 'ECONNREFUSED':
      return { code: 'connection-refused', technical };
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
      return { code: 'not-found', technical };
    case 'EACCES':
      return { code: 'no-permission', technical };
    default:
      return { code: 'failed', technical };
  }
}
