import type { LabelFailure } from './label-store.ts';

/** What came of asking for a label, for how long already, and when it may be asked for again. Times in epoch ms. */
export type FailedLabel = {
  readonly failure: LabelFailure;
  readonly firstAt: number;
  readonly times: number;
  readonly notBefore: number;
};

/** Remembers labels that could not be had, so that nobody asks for one in a hot loop. */
export type LabelFailures = {
  get(key: string): FailedLabel | null;
  note(key: string, failure: LabelFailure): void;
  forget(key: string): void;
};

type Pace = { readonly minMs: number; readonly maxMs: number; readonly growth: number };

/** The pause before the next try: the time gone by since the first, times `growth`, between `minMs` and `maxMs`. */
const paces: Readonly<Record<'making' | 'away' | 'unreadable' | 'forGood', Pace>> = {
  making: { minMs: 2_000, maxMs: 300_000, growth: 0.25 },
  away: { minMs: 30_000, maxMs: 300_000, growth: 0.5 },
  unreadable: { minMs: 1_000, maxMs: 600_000, growth: 1 },
  forGood: { minMs: 60_000, maxMs: 3_600_000, growth: 3 },
};
const keptMax = 5_000;

/** An empty memory; `now` gives epoch ms. */
export function createLabelFailures(now: () => number): LabelFailures {
  const kept = new Map<string, FailedLabel>();
  return {
    get: (key) => kept.get(key) ?? null,
    note(key, failure) {
      const at = now();
      const known = kept.get(key);
      const before = known && paceOf(known.failure) === paceOf(failure) ? known : { firstAt: at, times: 0 };
      const { minMs, maxMs, growth } = paceOf(failure);
      const pauseMs = Math.min(maxMs, Math.max(minMs, (at - before.firstAt) * growth));
      kept.delete(key);
      kept.set(key, {
        ...{ failure, firstAt: before.firstAt, times: before.times + 1, notBefore: at + pauseMs },
      });
      const oldest = kept.keys().next();
      if (kept.size > keptMax && oldest.done !== true) kept.delete(oldest.value);
    },
    forget: (key) => void kept.delete(key),
  };
}

function paceOf(failure: LabelFailure): Pace {
  switch (failure.code) {
    case 'not-ready':
    case 'no-shop':
      return paces.making;
    case 'shop':
      return failure.failure.code === 'malformed' ? paces.unreadable : paces.away;
    case 'refused':
    case 'unprintable':
      return paces.forGood;
  }
}
