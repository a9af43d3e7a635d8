import { createLimiter, type Limiter } from './limiter.ts';

const limiters = new Map<string, Limiter>();

/**
 * The one limiter of a Client-Id at an address, for everything in this process: the bench's own connection, a check of a
 * new key, a second shop. Ozon counts a Client-Id's calls together, whatever key they come with.
 */
export function sharedLimiter(url: string, clientId: string): Limiter {
  const account = `${new URL(url).origin} ${clientId.trim()}`;
  const limiter = limiters.get(account) ?? createLimiter();
  limiters.set(account, limiter);
  return limiter;
}
