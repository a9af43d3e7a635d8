import { expect, it } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { usualDeclarations } from '../database/declarations.ts';
import { unfinishedOutboxOf } from '../database/outbox.ts';
import { getPosting } from '../database/posting-record.ts';
import { openTasks } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { DeclarationPort } from './declaration-port.ts';
import { giveDeclarations } from './give-declarations.ts';
import type { ShopReader } from './shop-reader.ts';
import { silentAccount } from './testing/silent-account.ts';

const { number } = samplePosting();
const wanting = samplePosting({
  lines: [
    { sku: mug, quantity: 2, requires: ['country'] },
    { sku: towel, quantity: 1, requires: ['batch-number'] },
  ],
});

function start(setCountry: DeclarationPort['setCountry']) {
  const at = openTestBench();
  at.know(wanting);
  transaction(at.db, () => askForMissing(at.db, wanting, 0));
  const account = {
    ...silentAccount,
    declarations: { ...silentAccount.declarations, setCountry },
  };
  const link = { call: <Value>(make: () => Value) => make() };
  let said = wanting;
  const reader: Pick<ShopReader, 'readPosting'> = {
    readPosting: async () => {
      at.know(said);
      return true;
    },
  };
  const give = (given: Parameters<typeof giveDeclarations>[0]['given']) =>
    giveDeclarations({ posting: number, given, actor: 'L1' }, { ...at, shop: { account, link, reader } });
  const shopSays = (posting: typeof wanting) => {
    said = posting;
  };
  return { at, give, shopSays };
}

const country = { sku: mug, kind: 'country', value: 'CN' } as const;
const batch = { sku: towel, kind: 'batch-number', value: null } as const;

it('a posting is queued once all is given, a declaration that the country calls for included, and all of it goes out', async () => {
  const { at, give, shopSays } = start(async () => ok({ needsCustomsDeclaration: true }));
  shopSays({ ...wanting, lines: wanting.lines.map((line) => ({ ...line, requires: [] })) });
  expect(await give([country, batch])).toEqual({ ok: true, value: ['customs-declaration'] });
  expect(getPosting(at.db, number)?.benchState).toBe('gone');
  expect(openTasks(at.db)).toHaveLength(1);
  const gtd = { sku: mug, kind: 'customs-declaration', value: '10714440/110922/0012345' } as const;
  expect(await give([gtd])).toEqual({ ok: true, value: [] });
  expect(getPosting(at.db, number)?.benchState).toBe('queued');
  expect(openTasks(at.db)).toEqual([]);
  expect(usualDeclarations(at.db, mug)).toEqual([country, gtd]);
  // The shop lags and says the old demands again: what was given stays given.
  shopSays(wanting);
  packInto(at, number, [[mug, mug, towel]]);
  const [owed] = unfinishedOutboxOf(at.db, number);
  expect(JSON.parse(owed?.payload ?? '{}')).toEqual({
    kind: 'markings',
    units: [
      { sku: mug, customsDeclaration: gtd.value },
      { sku: mug, customsDeclaration: gtd.value },
      { sku: towel, batchNumber: null },
    ],
  });
});

it('a country counts only when the shop shows it, and a refusal leaves the posting where it was', async () => {
  const { give, at } = start(async () => ok({ needsCustomsDeclaration: false }));
  expect(await give([country, batch])).toEqual({ ok: true, value: ['country'] });
  expect(getPosting(at.db, number)?.benchState).toBe('gone');
  const refusing = start(async () => err({ code: 'refused', shopCode: 'UNKNOWN_COUNTRY', detail: '' }));
  expect(await refusing.give([country])).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(getPosting(refusing.at.db, number)?.benchState).toBe('gone');
});
