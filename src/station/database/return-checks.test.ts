import { expect, it } from 'vitest';
import type { ReturnView } from '#contract/after-sale-procedures.ts';
import { ShopId } from '#domain/ids.ts';
import { returnCheckCsv } from '../documents/return-check-csv.ts';
import {
  keepReturnedGoods,
  keptReturn,
  keptReturns,
  noteReturnCheck,
  returnChecks,
} from './return-checks.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const shop = ShopId.parse('ozon-1');
const at = Date.parse('2026-11-23T06:00:00Z');
const goods = (id: string, name = 'Mug'): ReturnView => ({
  ...{ id, posting: '70000001-0003-1', name, offer: 'MUG-1', quantity: 2, barcode: `ii${id}` },
  ...{ reason: 'too small', state: 'waits', place: 'Moscow', changedAt: at, kind: 'client' },
  ...{ price: '', target: '', storage: '', compensation: '', isOpened: false },
  ...{ givenBackAt: null, readyAt: null, disposalAt: null },
});

it('returns are kept as they were listed last, and forgotten when they are old', () => {
  const db = openBench();
  const keep = (rows: readonly ReturnView[], when: number) =>
    transaction(db, () => keepReturnedGoods(db, shop, rows, { at: when, since: when - 1000 }));
  keep([goods('1'), goods('2')], at);
  keep([goods('2', 'Cup')], at + 500);
  expect(keptReturns(db, shop, at)).toMatchObject({ rows: [{ id: '1' }, { name: 'Cup' }], readAt: at + 500 });
  expect(keptReturn(db, shop, '1')).toEqual(goods('1'));
  keep([], at + 1200);
  expect(keptReturn(db, shop, '1')).toBeNull();
  expect(keptReturn(db, shop, '2')).not.toBeNull();
});

it('what was found stays with who and when, and goes into a file that is no formula', () => {
  const db = openBench();
  const note = (found: 'received' | 'damaged', words: string, when: number) =>
    noteReturnCheck(db, shop, goods('1'), { found, note: words, actor: 'P1', at: when });
  note('received', '', at);
  note('damaged', '=1+1', at + 1);
  const rows = returnChecks(db, { from: at, to: at + 2 });
  expect(rows).toMatchObject([{ found: 'received' }, { found: 'damaged', actor: 'P1', at: at + 1 }]);
  expect(returnChecks(db, { from: at + 2, to: at + 3 })).toEqual([]);
  const csv = new TextDecoder().decode(returnCheckCsv(rows, { timeZone: 'UTC', nameOf: () => 'Anna' }));
  expect(csv).toContain(
    '"2026-11-23 06:00","1","ii1","70000001-0003-1","Mug (MUG-1)",2,"damaged","\'=1+1","Anna"',
  );
});
