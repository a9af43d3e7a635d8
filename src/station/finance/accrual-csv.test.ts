import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAccrualsCsv, postingAccrualsCsv } from './accrual-csv.ts';

const headings = {
  ...{ day: 'Day', unit: 'Posting', for: 'For', sku: 'SKU', quantity: 'Quantity' },
  ...{ amount: 'Amount', currency: 'Currency' },
};
const row = (over: object = {}) => ({
  ...{ posting: '1-1-1', day: '2026-11-20', type: '12', name: 'Логистика', sku: '7', quantity: 1 },
  money: { amount: '-50.10', currency: 'RUB' },
  ...over,
});
const read = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true });

describe('accruals in a spreadsheet', () => {
  it('have one line each, and amounts that can be added', () => {
    expect(read(postingAccrualsCsv([row()], headings))).toEqual([
      ['Day', 'Posting', 'For', 'SKU', 'Quantity', 'Amount', 'Currency'],
      ['2026-11-20', '1-1-1', 'Логистика', '7', '1', '-50.10', 'RUB'],
    ]);
    const money = { amount: '9.00', currency: 'RUB' };
    const parts = [{ sku: '7', type: 'sale', name: '', money }];
    const day = { id: '1', unit: 'AD-5', category: 'other', total: money, parts } as const;
    expect(read(dayAccrualsCsv('2026-11-20', [day], headings))[1]).toEqual([
      ...['2026-11-20', 'AD-5', 'sale', '7', '', '9.00', 'RUB'],
    ]);
  });

  it('hold no formula, whatever the shop calls them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', ' ', '\t', '\r', '"', ',', 'A', '1') }),
        (name) => {
          const [, cells = []] = read(postingAccrualsCsv([row({ name, posting: name })], headings));
          expect(cells).toHaveLength(7);
          for (const cell of cells) if (cell !== '-50.10') expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        },
      ),
    );
  });
});
