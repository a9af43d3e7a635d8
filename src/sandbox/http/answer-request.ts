import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault.ts';
import type { Shop } from '../shop.ts';
import { type ApiAnswer, answerApi, tooManyRequests } from './api-gate.ts';
import { type ApiReply, refusal } from './api-reply.ts';
import { answerFile } from './files.ts';
import {
  BAD_GATEWAY,
  closeConnection,
  sendHalf,
  sendWhole,
  type WireAnswer,
  wireAnswer,
} from './send-reply.ts';

/** Answers a method or a file, playing the faults that strike it, and logs it. */
export async function answerRequest(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const at = shop.now();
  const startedAt = performance.now();
  const path = request.url.split('?')[0] ?? '';
  const body = typeof request.body === 'string' ? request.body : '';
  const faults = shop.faults.strike(path, body);
  for (const fault of faults) if (fault.kind === 'latency') await pause(fault.ms);
  const status = await play(shop, request, reply, { path, body, faults });
  shop.log.add({
    at,
    method: request.method,
    path,
    status,
    tookMs: Math.round(performance.now() - startedAt),
    faults: faults.map(({ kind }) => kind),
    withKey: request.headers['api-key'] !== undefined,
    body: loggedBody(body),
  });
}

/** Sends what the faults leave of the answer; the status sent, 0 where the connection was closed. */
async function play(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  seen: { readonly path: string; readonly body: string; readonly faults: readonly Fault[] },
): Promise<number> {
  const instead = replacement(seen.faults);
  if (instead !== null) {
    sendWhole(reply, instead);
    return instead.status;
  }
  if (seen.faults.some(({ kind }) => kind === 'closed')) {
    closeConnection(reply);
    return 0;
  }
  const { reply: content, remaining } = await contentOf(shop, request, seen.path, seen.body);
  const answer = wireAnswer(content, seen.faults, remaining);
  const cut = seen.faults.find((fault) => fault.kind === 'cutAnswer');
  if (seen.faults.some(({ kind }) => kind === 'lostAnswer')) {
    closeConnection(reply);
    return 0;
  }
  if (cut === undefined) sendWhole(reply, answer);
  else if (cut.clean)
    sendWhole(reply, { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) });
  else sendHalf(reply, answer);
  return cut !== undefined && !cut.clean ? 0 : answer.status;
}

async function contentOf(
  shop: Shop,
  request: FastifyRequest,
  path: string,
  body: string,
): Promise<ApiAnswer> {
  if (path.startsWith('/cdn/')) return { reply: await answerFile(shop, path), remaining: null };
  const baseUrl = `http://${request.host}`;
  return answerApi(shop, { verb: request.method, path, headers: request.headers, body, baseUrl });
}

/** The answer that stands instead of the real one, which then never happens; null without such a fault. */
function replacement(faults: readonly Fault[]): WireAnswer | null {
  for (const fault of faults) {
    if (fault.kind === '502') return BAD_GATEWAY;
    const reply = refusalOf(fault);
    if (reply !== null) return wireAnswer(reply, [], null);
  }
  return null;
}

function refusalOf(fault: Fault): ApiReply | null {
  switch (fault.kind) {
    case '429':
      return tooManyRequests(fault.retryAfterS, fault.itemRetryAfterMin);
    case '500':
      return refusal(500, 13, 'Internal error');
    case 'refusal':
      return refusal(fault.http, fault.code, fault.message);
    default:
      return null;
  }
}

function loggedBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 200);
  }
}
