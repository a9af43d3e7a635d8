import { describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { cancelInput, everything, isWhole } from './cancel-choice.ts';

const [mug, towel] = [Sku.parse('1'), Sku.parse('2')];
const entry = {
  posting: PostingNumber.parse('70000001-0003-1'),
  lines: [
    { sku: mug, name: 'Mug', quantity: 3 },
    { sku: towel, name: 'Towel', quantity: 1 },
  ],
};
const outOfStock = { reason: { id: '352', needsMessage: false }, message: '' };

describe('what a lead cancels', () => {
  it('is the whole posting unless told, and is then asked for as the whole', () => {
    expect(isWhole(entry, everything(entry))).toBe(true);
    expect(cancelInput(entry, everything(entry), outOfStock)).toEqual({
      ...{ posting: entry.posting, reasonId: '352', message: '', units: null },
    });
  });

  it('is just the units that are taken', () => {
    const taken = new Map([
      [mug, 2],
      [towel, 0],
    ]);
    expect(isWhole(entry, taken)).toBe(false);
    expect(cancelInput(entry, taken, outOfStock)?.units).toEqual([{ sku: mug, quantity: 2 }]);
  });

  it('is nothing where nothing is taken, or where the reason wants words', () => {
    expect(cancelInput(entry, new Map(), outOfStock)).toBeNull();
    const other = { id: '402', needsMessage: true };
    expect(cancelInput(entry, everything(entry), { reason: other, message: '  ' })).toBeNull();
    expect(cancelInput(entry, everything(entry), { reason: other, message: 'broken' })).not.toBeNull();
  });
});
