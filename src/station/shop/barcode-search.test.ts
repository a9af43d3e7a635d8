import { expect, it } from 'vitest';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import { createBarcodeSearch } from './barcode-search.ts';
import type { SellerAccount } from './seller-account.ts';
import { silentAccount } from './testing/silent-account.ts';

const posting = samplePosting();
const label = '%101%10293145035';

function start(found: SellerAccount['findByBarcode']) {
  const at = openTestBench();
  const asked: string[] = [];
  const account: SellerAccount = {
    ...silentAccount,
    findByBarcode: (barcode) => {
      asked.push(barcode);
      return found(barcode);
    },
  };
  const link = {
    call: <Value>(make: () => Value) => make(),
    state: () => ({ state: 'online' as const, sinceAt: 0, detail: null, trouble: null }),
  };
  const reader = {
    readPosting: async () => {
      at.know({ ...posting, labelBarcodes: [label] });
      return true;
    },
  };
  const attend = createBarcodeSearch({ bench: at.bench, shop: () => ({ account, link, reader }) });
  const turn = async () => {
    attend();
    for (let wait = 0; wait < 5; wait += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return { at, asked, turn };
}

it('a label that nobody here knows is looked up in the shop, and its posting opens', async () => {
  const { at, asked, turn } = start(async () => ok(posting.number));
  expect(at.scan(label)).toBe('unknown-code');
  await turn();
  expect(asked).toEqual([label]);
  expect(at.bench.onBench?.session.posting).toBe(posting.number);
  expect(at.bench.lastVerdict?.code).toBe('posting-opened');
});

it('a code that the shop does not know is asked about once, and nothing opens after another scan', async () => {
  const { at, asked, turn } = start(async () => err({ code: 'refused', shopCode: 'NOT_FOUND', detail: '' }));
  at.scan(label);
  await turn();
  at.scan(label);
  await turn();
  expect(asked).toEqual([label]);
  const answers: (() => void)[] = [];
  const slow = start(
    () =>
      new Promise((resolve) => {
        answers.push(() => resolve(ok(posting.number)));
      }),
  );
  slow.at.scan(label);
  await slow.turn();
  slow.at.scan('something else');
  for (const answer of answers) answer();
  await slow.turn();
  expect(slow.at.bench.onBench).toBeNull();
});
