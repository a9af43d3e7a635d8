import { describe, expect, it } from 'vitest';
import { foundReturns } from './found-returns.ts';

const mug = {
  ...{ id: '1', posting: '70000001-0003-1', name: 'Mug', offer: 'MUG-1', quantity: 1, changedAt: null },
  ...{ reason: 'too small', state: 'waits', place: 'Moscow', barcode: 'ii1000015500' },
  ...{ price: '', target: '', storage: '', compensation: '', isOpened: false, kind: 'client' as const },
  ...{ givenBackAt: null, readyAt: null, disposalAt: null },
};
const towel = { ...mug, id: '2', posting: '70000002-0001-1', name: 'Towel', offer: 'T-9', barcode: 'ii7' };

describe('looking for a return', () => {
  it.each([
    ['II1000015500', [mug]],
    [' 0002-0001 ', [towel]],
    ['towel', [towel]],
    ['mug-1', [mug]],
    ['', [mug, towel]],
    ['ii8', []],
  ])('finds by %j what has it', (wanted, found) => {
    expect(foundReturns([mug, towel], wanted)).toEqual(found);
  });
});
