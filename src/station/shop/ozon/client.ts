import type { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from '../seller-account.ts';
import { errorIn, errorInSuccess } from './answer-error.ts';
import { classify, doubtful, type Effect, type ErrorAnswer, statusOf } from './classify.ts';
import { type Exchange, exchange } from './exchange.ts';
import { featureOf } from './feature-of.ts';
import type { Brake, Limiter, Urgency } from './limiter.ts';
import { parseJson } from './parse-json.ts';
import { pauseWish } from './pause-wish.ts';
import { isRecord } from './wire/fields.ts';

/** How a method is called. */
export type CallOptions = {
  readonly effect: Effect;
  readonly urgency: Urgency;
  readonly signal: AbortSignal | undefined;
};

/** Calls methods of the Seller API; the only place that sends the account's key. */
export interface OzonClient {
  /** Calls a method and parses its answer; an empty answer is parsed as `{}`. */
  call<Schema extends z.ZodType>(
    method: string,
    body: object,
    schema: Schema,
    options: CallOptions,
  ): ShopAnswer<z.output<Schema>>;
  /** Calls a method that answers with a file; gives its bytes as they came. */
  callForBytes(method: string, body: object, options: CallOptions): ShopAnswer<Uint8Array>;
}

/** Where and as whom to call. */
export type ClientSettings = {
  /** Base address without a method, e.g. `https://api-seller.ozon.ru`. */
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly limiter: Limiter;
  readonly timeoutMs: number;
};

/** Hears of every answer that is an error, for the pause that it may ask for. */
type SlowDown = (answer: ErrorAnswer) => void;

const MAX_JSON_BYTES = 5 * 1024 * 1024;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Ozon's keys are 36 characters; a short one is a stand-in's and would blot out letters of any text. */
const KEY_LENGTH = 8;
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** A client for one account. Every failure comes back as a value, and none of them contains the key. */
export function createClient(settings: ClientSettings): OzonClient {
  const base = settings.url.replace(/\/+$/, '');

  /** Sends a request in its turn; `understand` is part of that turn, as an answer may hold the wish for a pause. */
  async function send<Value>(
    method: string,
    body: object,
    maxBytes: number,
    options: CallOptions,
    understand: (bytes: Uint8Array, slowDown: SlowDown) => Result<Value, ShopFailure>,
  ): ShopAnswer<Value> {
    if (!HEADER_SAFE.test(settings.apiKey) || !HEADER_SAFE.test(settings.clientId)) {
      return err({
        code: 'unauthorized',
        trouble: HEADER_SAFE.test(settings.clientId) ? 'wrong-key' : 'wrong-client-id',
        detail: 'Client-Id or Api-Key is empty or holds characters that no key has',
      });
    }
    const request = {
      url: `${base}${method}`,
      init: {
        method: 'POST',
        headers: {
          'Client-Id': settings.clientId,
          'Api-Key': settings.apiKey,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      },
      maxBytes,
      timeoutMs: settings.timeoutMs,
      signal: options.signal,
    };
    const passage = await settings.limiter.run({ method, ...options }, async (brake) => {
      const slowDown = braking(method, brake);
      const answer = read(await exchange(settings.fetch, request), options.effect, slowDown);
      return answer.ok ? understand(answer.value, slowDown) : answer;
    });
    if (passage.passed) return aboutFeature(passage.value, method);
    return passage.waitMs === null
      ? err({ code: 'retry', afterMs: null, detail: 'ended before it was sent' })
      : err({ code: 'retry', afterMs: passage.waitMs, detail: 'the shop asked for a pause', isPause: true });
  }

  function read(answer: Exchange, effect: Effect, slowDown: SlowDown): Result<Uint8Array, ShopFailure> {
    if (answer.kind === 'not-sent') return err({ code: 'retry', afterMs: null, detail: answer.detail });
    if (answer.kind === 'lost') return err(doubtful(effect, null, answer.detail));
    const success = answer.status >= 200 && answer.status < 300;
    if (success && answer.body.kind === 'whole') return ok(answer.body.bytes);
    if (success && answer.body.kind === 'cut')
      return err(doubtful(effect, null, `answer cut: ${answer.body.detail}`));
    if (success) return err(unreadable(effect, 'the answer is too large'));
    const parsed =
      answer.body.kind === 'whole' ? parseJson(decode(answer.body.bytes)) : { ok: false as const };
    const error = parsed.ok ? errorIn(parsed.value) : null;
    slowDown({ status: answer.status, headers: answer.headers, error });
    return err(judge(effect, { status: answer.status, headers: answer.headers, error }));
  }

  function braking(method: string, brake: Brake): SlowDown {
    return (answer) => {
      const wish = pauseWish(method, answer, settings.now());
      if (wish !== null) brake(wish.of, wish.askedMs);
    };
  }

  function judge(effect: Effect, answer: ErrorAnswer): ShopFailure {
    return classify(effect, answer, settings.now());
  }

  function withoutKey<Failure extends ShopFailure>(failure: Failure): Failure {
    const { detail } = failure;
    const safe = settings.apiKey.length < KEY_LENGTH ? detail : detail.replaceAll(settings.apiKey, '***');
    return { ...failure, detail: safe.slice(0, 500) };
  }

  return {
    async call(method, body, schema, options) {
      const sent = await send(method, body, MAX_JSON_BYTES, options, (bytes, slowDown) => {
        const text = decode(bytes).trim();
        const parsed = text === '' ? { ok: true as const, value: {} } : parseJson(text);
        if (!parsed.ok) return err(unreadable(options.effect, 'the answer is no JSON'));
        const error = errorInSuccess(parsed.value);
        if (error !== null) {
          const answer = { status: statusOf(error), headers: new Headers(), error };
          slowDown(answer);
          return err(judge(options.effect, answer));
        }
        const plain = schema.safeParse(parsed.value);
        // Some answers come in one wrapper more than documented.
        const inner = isRecord(parsed.value) && isRecord(parsed.value.result) ? parsed.value.result : null;
        const read = plain.success || inner === null ? plain : schema.safeParse(inner);
        if (read.success) return ok(read.data);
        const issue = read.error.issues[0];
        return err(unreadable(options.effect, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
      });
      return sent.ok ? sent : err(withoutKey(sent.error));
    },
    async callForBytes(method, body, options) {
      const sent = await send(method, body, MAX_FILE_BYTES, options, ok);
      return sent.ok ? sent : err(withoutKey(sent.error));
    },
  };
}

/** A right that is missing is missing for one work, and the others go on. */
function aboutFeature<Value>(answer: Result<Value, ShopFailure>, method: string): Result<Value, ShopFailure> {
  if (answer.ok || answer.error.code !== 'unauthorized' || answer.error.trouble !== 'lacks-right')
    return answer;
  return err({ ...answer.error, feature: featureOf([method]) });
}

/** A 2xx that cannot be read: after a change it may still have been carried out. */
function unreadable(effect: Effect, detail: string): ShopFailure {
  return effect === 'once' ? { code: 'unknown', detail } : { code: 'malformed', detail };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
