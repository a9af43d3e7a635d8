import { expect, it } from 'vitest';
import { mug, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { findMarkingCode } from '../database/marking-codes.ts';
import { shopActionsOf } from '../database/shop-actions.ts';
import { openTasks } from '../database/tasks.ts';
import { happen, labelPrinted } from '../packing/testing/packed-postings.ts';
import { openTestBench, sampleBenchFile, type TestBench } from '../packing/testing/test-bench.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { correctPackedCode } from './correct-packed-code.ts';
import type { CorrectionPort } from './correction-port.ts';
import type { SellerAccount, UnitFacts } from './seller-account.ts';
import { silentAccount } from './testing/silent-account.ts';

const number = samplePosting().number;
const codeOf = (serial: string) => `010460000000001521${serial}\u001d91EE10\u001d92dGVzdA==`;
const [first, second, right] = ['5aBcD1', '5aBcD2', '5aBcD3'].map(codeOf);
const marked = samplePosting({ lines: [{ sku: mug, quantity: 2, requires: ['marking-code'] }] });

/** A posting of two marked units that is packed, shipped, labelled and closed. */
function packed(): TestBench {
  const at = openTestBench();
  at.know(marked);
  at.scan(number);
  happen(at, {
    type: 'planned',
    packages: [{ carton: null, contents: [{ sku: mug, quantity: 2 }], fillerG: 0 }],
  });
  at.scan(first ?? '');
  at.scan(second ?? '');
  at.scan('PB-BOX-S');
  at.bench.weigh(790);
  happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: ['%101%1'] }] });
  labelPrinted(at, 1, false);
  expect(at.scan('%101%1')).toBe('posting-closed');
  return at;
}

function desk(
  at: TestBench,
  correct: CorrectionPort['correct'],
  check: SellerAccount['checkMarkings'] = async () => ok([]),
) {
  const account: SellerAccount = { ...silentAccount, corrections: { correct }, checkMarkings: check };
  const link = { call: <Value>(make: () => Value) => make() };
  const { db, bench, now } = at;
  return (scan: string, unit = 1) =>
    correctPackedCode(
      { posting: number, unit, kind: 'marking-code', scan, actor: 'L1' },
      {
        ...{ db, bench, now, benchFile: () => sampleBenchFile },
        shop: { account, link } satisfies Pick<ConnectedShop, 'account'> & {
          link: Pick<ConnectedShop['link'], 'call'>;
        },
      },
    );
}

const ofUnits = ({ bench }: TestBench) =>
  bench.sessionOf(number)?.session.packages.flatMap(({ units }) => units.map(({ marking }) => marking?.code));
const records = ({ db }: TestBench) =>
  shopActionsOf(db, number).map(({ kind, actor, outcome }) => [kind, actor, outcome]);
const isKept = ({ db }: TestBench, code = '') => findMarkingCode(db, code.slice(0, 24)) !== null;

it('the new code goes out with all of its package, stands in the log under the lead’s name, and the old one is free', async () => {
  const at = packed();
  const asked: (readonly UnitFacts[])[] = [];
  const correct = desk(at, async (_number, units) => {
    asked.push(units);
    return ok({ state: 'done' });
  });
  expect(await correct(right ?? '')).toEqual(ok({ outcome: 'done' }));
  expect(asked).toEqual([
    [
      { sku: mug, markingCode: right },
      { sku: mug, markingCode: second },
    ],
  ]);
  expect(ofUnits(at)).toEqual([right, second]);
  expect(records(at)).toEqual([['correct-code', 'L1', 'done']]);
  expect([isKept(at, first), isKept(at, right)]).toEqual([false, true]);
  expect(at.bench.sessionOf(number)?.session.status.kind).toBe('closed');
});

it('a code that the bench or the shop would not take is sent to nobody', async () => {
  const at = packed();
  const never = desk(at, silentAccount.corrections.correct);
  expect(await never(second ?? '')).toMatchObject({ value: { code: 'marking-code-used' } });
  expect(await never('4600000000015')).toMatchObject({ value: { code: 'unknown-code' } });
  expect(await never((right ?? '').split('\u001d')[0] ?? '')).toMatchObject({
    value: { code: 'marking-code-incomplete' },
  });
  const refused = desk(at, silentAccount.corrections.correct, async () =>
    ok([{ markingCode: right ?? '', reasons: ['WITHDRAWN'] }]),
  );
  expect(await refused(right ?? '')).toMatchObject({
    value: { code: 'marking-code-refused', words: 'WITHDRAWN' },
  });
  expect(records(at)).toEqual([]);
  expect(ofUnits(at)).toEqual([first, second]);
});

it('where nobody knows whether it counted it is a task, and the same again says so', async () => {
  const at = packed();
  const unknown = desk(at, async () => err({ code: 'unknown', detail: 'timeout' }));
  expect(await unknown(right ?? '')).toMatchObject({ error: { code: 'unknown' } });
  expect(openTasks(at.db)).toMatchObject([{ kind: 'code-unknown', subject: number }]);
  expect(ofUnits(at)).toEqual([first, second]);
  const checking = desk(at, async () => ok({ state: 'checking' }));
  expect(await checking(right ?? '')).toEqual(ok({ outcome: 'checking' }));
  const done = desk(at, async () => ok({ state: 'done' }));
  expect(await done(right ?? '')).toEqual(ok({ outcome: 'done' }));
  expect(ofUnits(at)).toEqual([right, second]);
  expect(records(at).map(([, , outcome]) => outcome)).toEqual(['unknown', 'refused', 'done']);
});
