import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LimiterClock } from './limiter-clock.ts';

/** A clock that goes on only when a test says so; used by this folder's tests alone. */
export type VirtualClock = LimiterClock & {
  /** Lets time pass, waking whoever is due in between, each at its moment. */
  readonly pass: (ms: number) => Promise<void>;
  /** Ends after `ms` of this clock's time. */
  readonly sleep: (ms: number) => Promise<void>;
};

/** A clock at 0. */
export function createVirtualClock(): VirtualClock {
  let nowMs = 0;
  const alarms = new Set<{ readonly at: number; readonly wake: () => void }>();
  const after: LimiterClock['after'] = (waitMs, wake) => {
    const alarm = { at: nowMs + Math.max(waitMs, 0), wake };
    alarms.add(alarm);
    return () => alarms.delete(alarm);
  };
  return {
    nowMs: () => nowMs,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async pass(ms) {
      const end = nowMs + ms;
      for (;;) {
        // Whoever was woken comes as far as it can before the next one is.
        await nextTurn();
        const next = [...alarms].reduce<{ readonly at: number; readonly wake: () => void } | null>(
          (soonest, alarm) => (soonest === null || alarm.at < soonest.at ? alarm : soonest),
          null,
        );
        if (next === null || next.at > end) break;
        nowMs = next.at;
        for (const alarm of [...alarms].filter(({ at }) => at <= nowMs)) {
          alarms.delete(alarm);
          alarm.wake();
        }
      }
      nowMs = end;
    },
  };
}
