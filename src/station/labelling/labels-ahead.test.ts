import { describe, expect, it } from 'vitest';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { LabelFailure } from './label-store.ts';
import { createLabelsAhead } from './labels-ahead.ts';

const posting = samplePosting({ status: 'packed' });

/** The labels of one packed posting, asked for by a bench whose shop answers with this failure. */
function openAhead(failure: LabelFailure) {
  const { db, clock, now } = openTestBench();
  let asked = 0;
  const ahead = createLabelsAhead({
    ...{ db, now, isOnline: () => true, onFetched: () => undefined },
    store: {
      prepared: () => null,
      has: () => false,
      async fetch() {
        asked += 1;
        return { ok: false, error: failure };
      },
    },
  });
  return {
    /** How often the shop was asked in all, once the bench has had a look after this many ms more. */
    async askedAfter(ms: number): Promise<number> {
      clock.at += ms;
      ahead.listed([posting]);
      ahead.work();
      await new Promise<void>((resolve) => setImmediate(resolve));
      return asked;
    },
  };
}

describe('labels fetched ahead', () => {
  it('are asked for again in seconds while the shop is making them', async () => {
    const ahead = openAhead({ code: 'not-ready' });
    expect(await ahead.askedAfter(0)).toBe(1);
    expect(await ahead.askedAfter(1_000)).toBe(1);
    expect(await ahead.askedAfter(1_000)).toBe(2);
  });

  it('are left alone for longer when they cannot be had', async () => {
    const ahead = openAhead({ code: 'unprintable', reason: 'no-barcode' });
    expect(await ahead.askedAfter(0)).toBe(1);
    expect(await ahead.askedAfter(29_000)).toBe(1);
    expect(await ahead.askedAfter(1_000)).toBe(2);
  });
});
