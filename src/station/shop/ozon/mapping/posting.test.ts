import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShopId } from '#domain/ids.ts';
import { missingAtShop } from '#domain/posting/posting.ts';
import { wirePosting } from '../sample-answers.ts';
import { knownDemands } from '../wire/posting.ts';
import { postingsFromPage } from './posting.ts';

const shop = ShopId.parse('ozon-1');
const skus = ['1500000001', '1500000002'];
const marking = 'products_requiring_mandatory_mark';

const sku = fc.constantFrom<unknown>(...skus, ...skus.map(Number));
const skuList = fc.array(sku, { minLength: 1, maxLength: 3 });
const nothing = fc.constantFrom<unknown>(null, [], '', undefined);
const garbage = fc.oneof(
  fc.constantFrom<unknown>({}, 0, 1, true, 'nonsense', ['x'], [null], [{ sku: 1 }], [-1], [[]]),
  fc.jsonValue(),
);
const demandName = fc.oneof(
  fc.constantFrom(...knownDemands),
  fc.constantFrom('hologram', 'passport', 'gtd_v2').map((name) => `products_requiring_${name}`),
);
const requirements = fc.dictionary(demandName, fc.oneof(skuList, nothing, garbage), { maxKeys: 6 });
const actions = fc.oneof(fc.array(fc.oneof(fc.string(), garbage)), garbage, nothing);

function readOne(change: Readonly<Record<string, unknown>>) {
  const { postings, setAside } = postingsFromPage(shop, [wirePosting(change)]);
  expect(postings.length + setAside.length).toBe(1);
  return postings[0] ?? null;
}

describe('a posting with whatever the shop demands of it', () => {
  it('is read or set aside, and never packed while a demand is one that nobody here can meet', () => {
    fc.assert(
      fc.property(requirements, actions, (demands, available_actions) => {
        const posting = readOne({ requirements: demands, available_actions });
        if (posting === null) return;
        for (const [name, value] of Object.entries(demands)) {
          if (!Array.isArray(value) || value.length === 0) continue;
          const isKnown = knownDemands.has(name);
          if (!isKnown) expect(missingAtShop(posting)).toContain('unknown');
          const wanted = posting.lines.filter(({ sku: one }) => value.map(String).includes(one));
          for (const { requires } of isKnown ? wanted : []) expect(requires.length).toBeGreaterThan(0);
          if (isKnown && name === marking)
            for (const { requires } of wanted) expect(requires).toContain('marking-code');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names each demand by what it is', () => {
    const demands = {
      ...{ products_requiring_gtd: [1500000001], products_requiring_rnpt: ['1500000001'] },
      ...{ products_requiring_imei: ['1500000002'], products_requiring_jw_uin: ['1500000002'] },
      products_requiring_change_country: ['1500000002'],
    };
    expect(readOne({ requirements: demands })?.lines.map(({ requires }) => requires)).toEqual([
      ['customs-declaration', 'batch-number'],
      ['country', 'imei', 'jewelry-uin'],
    ]);
  });
});
