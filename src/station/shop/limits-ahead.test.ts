import { expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import type { AcceptanceLimits } from '#domain/packing/acceptance-limits.ts';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { limitsOf } from '../database/acceptance-limits.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import { createLimitsAhead } from './limits-ahead.ts';
import type { SellerAccount } from './seller-account.ts';
import { silentAccount } from './testing/silent-account.ts';

const urgent = PostingNumber.parse('70000001-0001-1');
const later = PostingNumber.parse('70000001-0002-1');
const limits: AcceptanceLimits = { minWeightG: null, maxWeightG: 5000, edgesMm: [null, null, 300] };

function start(answer: SellerAccount['getAcceptanceLimits'], isOnline = true) {
  const at = openTestBench();
  at.know(
    samplePosting({ number: later, cutoffAt: 3_000_000 }),
    samplePosting({ number: urgent, cutoffAt: 2_000_000 }),
  );
  const asked: string[] = [];
  const account: SellerAccount = {
    ...silentAccount,
    getAcceptanceLimits: (number) => {
      asked.push(number);
      return answer(number);
    },
  };
  const state = isOnline ? ('online' as const) : ('offline' as const);
  const link = {
    call: <Value>(make: () => Value) => make(),
    state: () => ({ state, sinceAt: 0, detail: null, trouble: null }),
    lacks: () => [],
    forgetLacks: () => undefined,
    close: () => undefined,
  };
  const attend = createLimitsAhead({ ...at, id: samplePosting().shop, shop: () => ({ account, link }) });
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      attend();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { at, asked, turns };
}

it('the posting on the bench comes first, then the queue by urgency, each once', async () => {
  const { at, asked, turns } = start(async () => ok(limits));
  at.scan(later);
  await turns(5);
  expect(asked).toEqual([later, urgent]);
  expect(limitsOf(at.db, later)).toEqual(limits);
});

it('no answer is asked for again later, a refusal counts as none, and without the right nobody asks on', async () => {
  let answer: Awaited<ReturnType<SellerAccount['getAcceptanceLimits']>> = err({
    ...{ code: 'retry', afterMs: null, detail: 'gone' },
  });
  const { at, asked, turns } = start(async () => answer);
  await turns(3);
  expect(asked).toEqual([urgent]);
  at.clock.at += 31_000;
  answer = err({ code: 'refused', shopCode: 'NOT_FBS', detail: '' });
  await turns(1);
  answer = err({ code: 'refused', shopCode: 'NO_RIGHT', detail: '' });
  await turns(4);
  expect(asked).toEqual([urgent, urgent, later]);
  const offline = start(async () => answer, false);
  await offline.turns(2);
  expect(offline.asked).toEqual([]);
});
