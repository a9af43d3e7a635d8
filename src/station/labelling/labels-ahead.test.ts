import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { openTasks } from '../database/tasks.ts';
import { happen, packAndClose } from '../packing/testing/packed-postings.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { LabelFailure } from './label-store.ts';
import { createLabelsAhead } from './labels-ahead.ts';
import type { TakingEnd, WantedLabel } from './take-labels.ts';

const posting = samplePosting({ status: 'packed' });

type World = {
  asked: number;
  isDue: boolean;
  readonly groups: (readonly string[])[];
  end: (group: readonly WantedLabel[]) => TakingEnd;
};

/** The labels of one packed posting, asked for by a bench whose shop answers with this failure. */
function openAhead(failure: LabelFailure) {
  const at = openTestBench();
  const { db, now } = at;
  const world: World = { ...{ asked: 0, isDue: true, groups: [] }, end: () => ({ kind: 'read', taken: [] }) };
  const ahead = createLabelsAhead({
    shop: samplePosting().shop,
    ...{ db, now, isOnline: () => true, onFetched: () => undefined, nextOnBench: () => [] },
    takeLabels: async (group) => {
      world.groups.push(group.map(({ number }) => number));
      return world.end(group);
    },
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

const several = ['70000001-0001-1', '70000001-0002-1', '70000001-0003-1'].map((text) => ({
  ...posting,
  number: PostingNumber.parse(text),
  labelBarcodes: [`%101%${text.slice(9, 13)}`],
}));

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

  it('come many in one file, and one by one only where a page was nobody’s', async () => {
    const { ahead, world } = openAhead({ code: 'not-ready' });
    const [first, second, third] = several.map(({ number }) => number);
    world.end = (group) => ({ kind: 'read', taken: group.slice(0, 2).map(({ number }) => number) });
    ahead.listed(several);
    ahead.work();
    await aTurnLater();
    expect([world.groups, world.asked]).toEqual([[[first, second, third]], 1]);
  });

  it('are not asked for any more once the posting has ended', async () => {
    const { ahead, world } = openAhead({ code: 'not-ready' });
    ahead.listed(several);
    ahead.listed(several.map((one) => ({ ...one, status: 'cancelled' as const })));
    ahead.work();
    await aTurnLater();
    expect([world.groups, world.asked]).toEqual([[], 0]);
  });
});
