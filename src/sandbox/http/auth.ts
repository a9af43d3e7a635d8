import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKeyState } from '../world/world.ts';
import { type ApiRefusal, notFound, refusal, refused } from './api-reply.ts';

/** Whose key opens the stand-in. */
export interface Credentials {
  readonly clientId: string;
  readonly apiKey: string;
}

/** Refuses a request as Ozon does, oddities included (a wrong key is a 404); null lets it pass. `now` in epoch ms. */
export function refuseCredentials(
  headers: IncomingHttpHeaders,
  expected: Credentials,
  key: ApiKeyState,
  now: number,
): ApiRefusal | null {
  const clientId = headers['client-id'];
  const apiKey = headers['api-key'];
  if (typeof clientId !== 'string' || typeof apiKey !== 'string' || clientId === '' || apiKey === '') {
    return refusal(401, 16, 'Client-Id and Api-Key headers are required');
  }
  if (!/^[1-9]\d{0,17}$/.test(clientId)) return refused('Client-Id header value should be positive integer');
  if (clientId !== expected.clientId || apiKey !== expected.apiKey) {
    return notFound('Invalid Api-Key, please check the key and try again');
  }
  if (key.deactivated || key.expiresAt <= now) {
    return refusal(403, 7, 'Api-key is deactivated, use another one or generate a new one');
  }
  return null;
}

/** Refuses a method that no role of the key covers; null lets it pass. A role may name a path or a prefix of paths. */
export function refuseRole(path: string, key: ApiKeyState): ApiRefusal | null {
  const covered = key.roles.some((role) =>
    role.methods.some((allowed) => path === allowed || path.startsWith(`${allowed}/`)),
  );
  return covered || path === '/v1/roles'
    ? null
    : refusal(403, 7, 'Api-Key is missing a required role for a method');
}
