import PQueue from 'p-queue';

/** Who waits for a call: a packer at the bench, a lead at the screen, or nobody. */
export type Urgency = 'packer' | 'screen' | 'background';

/** What became of a call that asked to go. */
export type Passage<Value> =
  | { readonly passed: true; readonly value: Value }
  /** It was not begun; `waitMs` is what is left of the shop's pause, null when the caller gave up waiting. */
  | { readonly passed: false; readonly waitMs: number | null };

/** Keeps one Client-Id within the shop's limits. Share one between accounts that share a Client-Id. */
export interface Limiter {
  /** Runs `task` when it is its turn. `signal` ends the waiting, not a task that has begun. */
  run<Value>(urgency: Urgency, task: () => Promise<Value>, signal?: AbortSignal): Promise<Passage<Value>>;
  /** Lets nothing begin for `pauseMs` from now; a longer pause that already runs stays. */
  pause(pauseMs: number): void;
}

const PRIORITY: Readonly<Record<Urgency, number>> = { packer: 2, screen: 1, background: 0 };
const AT_ONCE = 16;
const BACKGROUND_AT_ONCE = 4;

/**
 * A limiter for one Client-Id. Ozon allows 50 requests per second over all methods; `perSecond` (1 or more) stays a
 * little below, because its seconds are not ours. What a packer waits for goes first, and polling never takes all places.
 * `now` gives epoch ms.
 */
export function createLimiter(options: { readonly now: () => number; readonly perSecond?: number }): Limiter {
  const all = new PQueue({
    concurrency: AT_ONCE,
    interval: 1000,
    intervalCap: options.perSecond ?? 45,
    strict: true,
  });
  const background = new PQueue({ concurrency: BACKGROUND_AT_ONCE });
  let pausedUntil = 0;

  function waitMs(): number {
    return Math.max(pausedUntil - options.now(), 0);
  }

  return {
    run(urgency, task, signal) {
      if (waitMs() > 0) return Promise.resolve({ passed: false, waitMs: waitMs() });
      return untilAborted((begun) => {
        const begin = async () => {
          if (signal?.aborted) return { passed: false as const, waitMs: null };
          if (waitMs() > 0) return { passed: false as const, waitMs: waitMs() };
          begun();
          return { passed: true as const, value: await task() };
        };
        const enter = () => all.add(begin, { priority: PRIORITY[urgency] });
        return urgency === 'background' ? background.add(enter) : enter();
      }, signal);
    },
    pause(pauseMs) {
      pausedUntil = Math.max(pausedUntil, options.now() + pauseMs);
    },
  };
}

/** A caller that gave up while waiting is let go at once; the queue drops its task when its turn comes. */
function untilAborted<Value>(
  enter: (begun: () => void) => Promise<Passage<Value>>,
  signal?: AbortSignal,
): Promise<Passage<Value>> {
  if (signal === undefined) return enter(() => undefined);
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve({ passed: false, waitMs: null });
    signal.addEventListener('abort', giveUp, { once: true });
    const begun = () => signal.removeEventListener('abort', giveUp);
    enter(begun).then(resolve, reject).finally(begun);
  });
}
