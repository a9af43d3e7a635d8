import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { damaged } from '#station/shop/ozon/damaged-answer.ts';
import { METHOD } from '#station/shop/ozon/methods.ts';
import { playAt, playMethods, playsFrom } from './play-methods.ts';

/** One answer as it went over the wire. */
type Recorded = { readonly key: string; readonly status: number; readonly body: Uint8Array<ArrayBuffer> };

const recorded: Recorded[] = [];
beforeAll(async () => {
  await playMethods(async (input, init) => {
    const response = await fetch(input, init);
    const body = new Uint8Array(await response.clone().arrayBuffer());
    recorded.push({ key: keyOf(input, init), status: response.status, body: moved(body, input) });
    return response;
  });
}, 120_000);

const url = 'http://shop.example';
const apiKey = 'a-key-of-thirty-six-characters-xxxxx';
/** The stand-in's files lie at its own address. */
function moved(body: Uint8Array<ArrayBuffer>, input: unknown): Uint8Array<ArrayBuffer> {
  if (body[0] !== '{'.charCodeAt(0)) return body;
  const text = new TextDecoder().decode(body).replaceAll(new URL(String(input)).origin, url);
  return new Uint8Array(new TextEncoder().encode(text));
}

const keyOf = (input: unknown, init: RequestInit | undefined) => {
  const { pathname, search } = new URL(String(input));
  return `${init?.method ?? 'GET'} ${pathname}${search}`;
};

/** A shop that answers as it did, but for the first answer of one method; what it was never asked it cannot say. */
function spoilt(method: string | null, text: string, onSpoilt: () => void): typeof fetch {
  const left = new Map<string, Recorded[]>();
  for (const one of recorded) left.set(one.key, [...(left.get(one.key) ?? []), one]);
  let isSpoilt = false;
  /** What was made of the damaged answer shows in a few more requests, then the shop is gone. */
  let requestsLeft = 4;
  return async (input, init) => {
    const isOurs = String(input).startsWith(`${url}/`);
    const sent = new Headers(init?.headers);
    if (!isOurs) expect(sent.get('api-key'), String(input)).toBeNull();
    const key = keyOf(input, init);
    const answer = left.get(key)?.shift();
    if (isSpoilt) requestsLeft -= 1;
    if (requestsLeft < 0) return new Response('{}', { status: 500 });
    if (key === `POST ${method}` && !isSpoilt) {
      isSpoilt = true;
      onSpoilt();
      return new Response(text, { status: 200 });
    }
    if (!isOurs || answer === undefined) return new Response('{}', { status: 500 });
    return new Response(answer.status === 204 ? null : answer.body, { status: answer.status });
  };
}

/** A mistake of the code that reads the answer, not of the play that expects another one. */
function isOurMistake(cause: unknown): boolean {
  const lines = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  const first = lines.find((line) => line.includes('/src/') || line.includes('/scripts/ozon/'));
  return first?.includes('/src/') === true;
}

const runs = 6;
const play = (method: string | null, body: string, onSpoilt: () => void) =>
  playAt({ url, apiKey, clientId: '1', clock: { at: playsFrom }, fetch: spoilt(method, body, onSpoilt) });

describe('a damaged answer of any method', () => {
  it('is what the recorded day is played with: without one it comes to its end', async () => {
    await play(null, '', () => undefined);
  });

  it.each(Object.values(METHOD))(
    '%s ends in a value or a failure with a name, never in a crash',
    async (method) => {
      const sample = recorded.find(({ key, status }) => key === `POST ${method}` && status === 200);
      const text = new TextDecoder().decode(sample?.body);
      const answer: unknown = text.startsWith('{') ? JSON.parse(text) : {};
      let spoiltTimes = 0;
      await fc.assert(
        fc.asyncProperty(damaged(answer), async (body) => {
          try {
            await play(method, body, () => {
              spoiltTimes += 1;
            });
          } catch (cause) {
            if (isOurMistake(cause)) throw cause;
            expect(String(cause)).not.toContain(apiKey);
          }
        }),
        { numRuns: runs },
      );
      expect(spoiltTimes).toBeGreaterThanOrEqual(runs);
    },
  );
});
