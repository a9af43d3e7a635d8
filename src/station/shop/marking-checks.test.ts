import { describe, expect, it } from 'vitest';
import { mug, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { findMarkingCode } from '../database/marking-codes.ts';
import { getOutboxRow, unfinishedOutboxOf } from '../database/outbox.ts';
import { openTasks } from '../database/tasks.ts';
import { OutboxPayload } from '../outbox/outbox-payload.ts';
import { settleDelivery } from '../outbox/settle-delivery.ts';
import { happen, labelPrinted, packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import { createMarkingChecks } from './marking-checks.ts';
import type { SellerAccount } from './seller-account.ts';
import { silentAccount } from './testing/silent-account.ts';

const number = samplePosting().number;
const codeOf = (serial: string) => `010460000000001521${serial}\u001d91EE10\u001d92dGVzdA==`;
const [good, bad] = [codeOf('5aBcD1'), codeOf('5aBcD2')];
const marked = samplePosting({ lines: [{ sku: mug, quantity: 2, requires: ['marking-code'] }] });
const refusal = [{ markingCode: bad, reasons: ['WITHDRAWN'] }];

function opened() {
  const at = openTestBench();
  at.know(marked);
  at.scan(number);
  return at;
}

type Check = SellerAccount['checkMarkings'];

function checksOf(at: TestBench, check: Check) {
  let asked = 0;
  const account: SellerAccount = {
    ...silentAccount,
    checkMarkings: (...args) => {
      asked += 1;
      return check(...args);
    },
  };
  const link = {
    call: <Value>(make: () => Value) => make(),
    state: () => ({ state: 'online' as const, sinceAt: 0, detail: null, trouble: null }),
    lacks: () => [],
    forgetLacks: () => undefined,
    close: () => undefined,
  };
  const attend = createMarkingChecks({ ...at, id: samplePosting().shop, shop: () => ({ account, link }) });
  return {
    asked: () => asked,
    /** Attends, lets the answer come, and attends again. */
    async attend() {
      attend();
      await new Promise((resolve) => setImmediate(resolve));
      attend();
    },
  };
}

const sessionOf = (at: TestBench) => at.bench.onBench?.session;
const unitsIn = (at: TestBench) => sessionOf(at)?.packages.flatMap((parcel) => parcel.units).length;

describe('a marking code that the shop refuses', () => {
  it('takes its unit out while the packer scans, names it, and may then be used elsewhere', async () => {
    const at = opened();
    const checks = checksOf(at, async () => ok(refusal));
    at.scan(good);
    at.scan(bad);
    const key = sessionOf(at)?.packages[0]?.units[1]?.marking?.unit ?? '';
    expect(findMarkingCode(at.db, key)?.posting).toBe(number);
    await checks.attend();
    expect(findMarkingCode(at.db, key)).toBeNull();
    expect(sessionOf(at)?.pending).toMatchObject({
      ...{ kind: 'rejection', reason: 'marking-code-refused', sku: mug, words: 'WITHDRAWN' },
    });
    expect(unitsIn(at)).toBe(1);
    expect(at.scan('PB-OK')).toBe('rejection-answered');
    expect(at.scan(bad)).toBe('package-complete');
    // The same code again is asked about again, and comes out again.
    await checks.attend();
    expect(unitsIn(at)).toBe(1);
  });

  it('waits for what the packer is asked, and is asked about once while the shop does not answer', async () => {
    const at = opened();
    let answer: Awaited<ReturnType<Check>> = err({ code: 'retry', afterMs: null, detail: 'gone' });
    const checks = checksOf(at, async () => answer);
    at.scan(bad);
    await checks.attend();
    await checks.attend();
    expect([checks.asked(), unitsIn(at)]).toEqual([1, 1]);
    answer = ok(refusal);
    at.clock.at += 60_000;
    at.scan('PB-HOLD');
    await checks.attend();
    expect(sessionOf(at)?.pending?.kind).toBe('hold-reason');
    at.scan('PB-NO');
    await checks.attend();
    expect(sessionOf(at)?.pending).toMatchObject({ reason: 'marking-code-refused' });
  });
});

describe('codes that are refused when they are handed over', () => {
  const settle = (at: TestBench) => {
    const [row] = unfinishedOutboxOf(at.db, number);
    if (row === undefined) throw new Error('nothing is owed');
    const payload = OutboxPayload.parse(JSON.parse(row.payload));
    const [shopCode, detail] = ['MARKING_CODES_REFUSED', 'WITHDRAWN'];
    settleDelivery(at, row, payload, { kind: 'parked', shopCode, detail, codes: refusal });
    return getOutboxRow(at.db, row.id)?.state;
  };
  const packed = () => {
    const at = opened();
    happen(at, {
      type: 'planned',
      packages: [{ carton: null, contents: [{ sku: mug, quantity: 2 }], fillerG: 0 }],
    });
    at.scan(good);
    at.scan(bad);
    at.scan('PB-BOX-S');
    at.bench.weigh(790);
    return at;
  };

  it('have their package filled and weighed again, and what was owed is owed anew', () => {
    const at = packed();
    expect(unfinishedOutboxOf(at.db, number).map(({ kind }) => kind)).toEqual(['markings', 'ship']);
    expect(settle(at)).toBe('done');
    expect(unfinishedOutboxOf(at.db, number)).toEqual([]);
    expect(openTasks(at.db)).toEqual([]);
    expect(unitsIn(at)).toBe(1);
    at.scan('PB-OK');
    at.scan(codeOf('5aBcD3'));
    at.bench.weigh(790);
    const [markings] = unfinishedOutboxOf(at.db, number);
    expect(markings?.payload).toContain('5aBcD3');
    expect(markings?.payload).not.toContain('5aBcD2');
  });

  it('are a person’s matter once a label is on its way', () => {
    const at = packed();
    labelPrinted(at, 1, true);
    expect(settle(at)).toBe('parked');
    expect(unitsIn(at)).toBe(2);
    expect(openTasks(at.db)).toMatchObject([{ kind: 'shop-refused', subject: number }]);
  });
});

it('a posting without marks asks nothing', async () => {
  const at = openTestBench();
  at.know(samplePosting());
  packInto(at, number, [[mug]]);
  const checks = checksOf(at, async () => ok([]));
  await checks.attend();
  expect(checks.asked()).toBe(0);
});
