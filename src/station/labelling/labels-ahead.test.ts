import { describe, expect, it } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { openTasks } from '../database/tasks.ts';
import { happen, packAndClose } from '../packing/testing/packed-postings.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { LabelFailure } from './label-store.ts';
import { createLabelsAhead } from './labels-ahead.ts';

const posting = samplePosting({ status: 'packed' });

/** The labels of one packed posting, asked for by a bench whose shop answers with this failure. */
function openAhead(failure: LabelFailure) {
  const at = openTestBench();
  const { db, now } = at;
  const world = { asked: 0, isDue: true };
  const ahead = createLabelsAhead({
    ...{ db, now, isOnline: () => true, onFetched: () => undefined },
    store: {
      routeOf: () => {
        throw new Error('nothing is printed here');
      },
      ...{ prepared: () => null, has: () => false, isDue: () => world.isDue, askAgain: () => undefined },
      async fetch() {
        world.asked += 1;
        return { ok: false, error: failure };
      },
    },
  });
  return { at, ahead, world };
}

/** Until what was begun is through. */
const aTurnLater = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('labels fetched ahead', () => {
  it('are asked for when they are due, and not before', async () => {
    const { ahead, world } = openAhead({ code: 'not-ready' });
    for (const [isDue, asked] of [
      [true, 1],
      [false, 1],
      [true, 2],
    ] as const) {
      world.isDue = isDue;
      ahead.listed([posting]);
      ahead.work();
      await aTurnLater();
      expect(world.asked).toBe(asked);
    }
  });

  it('are a person’s task when the shop refuses one that a parcel waits for', async () => {
    const { at, ahead, world } = openAhead({ code: 'refused', shopCode: 'NO', words: 'never' });
    ahead.listed([posting]);
    ahead.work();
    await aTurnLater();
    expect([world.asked, openTasks(at.db)]).toEqual([1, []]);
    at.know(samplePosting());
    packAndClose(at, posting.number, [[mug, mug, towel]], null);
    happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: posting.number, labelBarcodes: [] }] });
    ahead.work();
    await aTurnLater();
    expect(openTasks(at.db)).toMatchObject([{ kind: 'label-unprintable', subject: posting.number }]);
  });
});
