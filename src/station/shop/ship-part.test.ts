import { expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { mug, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { wasShippedAsPart } from '../database/shop-actions.ts';
import { openTasks } from '../database/tasks.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import type { SellerAccount, ShopFailure } from './seller-account.ts';
import { shipPartOf } from './ship-part.ts';
import { silentAccount } from './testing/silent-account.ts';

const posting = samplePosting().number;
const [first, second] = ['70000001-0003-2', '70000001-0003-3'].map((one) => PostingNumber.parse(one));
const part = [{ sku: mug, quantity: 1 }];

it('what nobody knows the end of is a task, and is looked for before it is sent again, beside the parts that are known', async () => {
  const db = openBench();
  const read: string[] = [];
  const doubts: (readonly PostingNumber[] | null)[] = [];
  const ship = (answer: Result<PostingNumber, ShopFailure>) => {
    const account: SellerAccount = {
      ...silentAccount,
      splitting: {
        ...silentAccount.splitting,
        shipPart: async (_number, _part, doubted) => {
          doubts.push(doubted);
          return answer;
        },
      },
    };
    const link = { call: <Value>(make: () => Value) => make() };
    const reader = { readPosting: async (number: PostingNumber) => read.push(number) > 0 };
    return shipPartOf({ posting, part, actor: 'L1' }, { db, now: () => 1, shop: { account, link, reader } });
  };
  if (first === undefined || second === undefined) throw new Error('two numbers');
  expect(await ship(ok(first))).toEqual(ok(first));
  expect(read).toEqual([posting, first]);
  expect([wasShippedAsPart(db, first), wasShippedAsPart(db, second)]).toEqual([true, false]);
  await ship(err({ code: 'unknown', detail: 'timeout' }));
  expect(openTasks(db)).toMatchObject([{ kind: 'ship-part-unknown', subject: posting }]);
  await ship(err({ code: 'refused', shopCode: 'NOT_OFFERED', detail: '' }));
  await ship(ok(second));
  await ship(ok(second));
  expect(doubts).toEqual([null, null, [first], [first], null]);
});
