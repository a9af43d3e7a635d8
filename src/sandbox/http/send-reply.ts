import type { FastifyReply } from 'fastify';
import type { Fault } from '../faults/fault.ts';
import { mangleAnswer } from '../faults/mangle-answer.ts';
import type { ApiReply } from './api-reply.ts';

/** An answer as bytes on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Turns a reply into bytes, after the faults that change its content. */
export function wireAnswer(reply: ApiReply, faults: readonly Fault[], remaining: number | null): WireAnswer {
  const limits: Record<string, string> =
    remaining === null ? {} : { 'ratelimit-remaining': String(remaining) };
  switch (reply.kind) {
    case 'json':
      return {
        status: 200,
        headers: { ...limits, ...JSON_TYPE },
        body: jsonBytes(mangleAnswer(reply.body, faults), reply.hasBigInts),
      };
    case 'empty':
      return { status: 200, headers: { ...limits, ...JSON_TYPE }, body: new Uint8Array() };
    case 'bytes':
      return { status: 200, headers: { ...limits, 'content-type': reply.contentType }, body: reply.bytes };
    case 'refusal': {
      const { code, message } = reply;
      return {
        status: reply.http,
        headers: { ...limits, ...JSON_TYPE, ...reply.headers },
        body: jsonBytes({ code, message, details: [] }),
      };
    }
  }
}

/** The HTML that a proxy in front of the shop answers while the shop is away. */
export const BAD_GATEWAY: WireAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  ),
};

/** Sends an answer whole. */
export function sendWhole(reply: FastifyReply, answer: WireAnswer): void {
  reply.status(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
}

/** Closes the connection without an answer. */
export function closeConnection(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.destroy();
}

/** Sends half of an answer and closes the connection, although the headers promise all of it. */
export function sendHalf(reply: FastifyReply, answer: WireAnswer): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  raw.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), () => raw.socket?.destroy());
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function jsonBytes(body: unknown, hasBigInts = false): Uint8Array {
  if (!hasBigInts) return Buffer.from(JSON.stringify(body), 'utf8');
  const marked = JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${BIG_INT}${value}` : value,
  );
  return Buffer.from(marked.replaceAll(BIG_INT_TEXT, '$1'), 'utf8');
}

/** No text of a shop holds it. */
const BIG_INT = '\u{10fffd}';
const BIG_INT_TEXT = new RegExp(`"${BIG_INT}(\\d+)"`, 'gu');
