import { expect } from '../window/patient-expect.ts';
import type { DemoShift } from './demo-shift.ts';
import type { DemoShopSide } from './demo-shop.ts';

const packedLeast = 12;

/** Asks the shop whether the shift was as it looked: every posting shipped once, the cancelled one never. */
export async function proveShift(shop: DemoShopSide, { packed, cancelled }: DemoShift): Promise<void> {
  if (new Set(packed).size < packedLeast) throw new Error(`only ${packed.length} postings were packed`);
  for (const number of packed) {
    const { status, shipChanges } = await shop.posting(number);
    expect({ number, status, shipChanges }).toEqual({ number, status: 'awaiting_deliver', shipChanges: 1 });
  }
  const { status, shipRequests } = await shop.posting(cancelled);
  expect({ status, shipRequests }).toEqual({ status: 'cancelled', shipRequests: 0 });
}
