import type { CartonType, PackItem, SizeMm } from '../carton-plan.ts';

/** One unit to pack; 100 g, any way up, not fragile unless said otherwise. */
export function unit(sizeMm: SizeMm, more: Partial<PackItem> = {}): PackItem {
  const usual = { quantity: 1, weightG: 100, upright: 'any', fragile: false } as const;
  return { sku: sizeMm.join('x'), sizeMm, ...usual, ...more };
}

/** A carton that carries 20 kg unless said otherwise. */
export function carton(code: string, innerMm: SizeMm, more: Partial<CartonType> = {}): CartonType {
  const [x, y, z] = innerMm;
  return { code, innerMm, outerMm: [x + 6, y + 6, z + 6], tareG: 100, maxLoadG: 20_000, ...more };
}

/** Cartons as on a common shelf. */
export const SHELF: readonly CartonType[] = [
  carton('XS', [170, 120, 90], { maxLoadG: 2000 }),
  carton('S', [210, 200, 110], { maxLoadG: 5000 }),
  carton('FLAT', [310, 220, 60], { maxLoadG: 3000 }),
  carton('M', [330, 250, 150], { maxLoadG: 10_000 }),
  carton('LONG', [600, 200, 200], { maxLoadG: 12_000 }),
  carton('L', [400, 300, 200], { maxLoadG: 15_000 }),
];
