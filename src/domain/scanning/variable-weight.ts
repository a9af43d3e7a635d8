import { checkDigit } from './check-digit.ts';

/** What the digits behind the item of a store's own number say. */
export type VariableValue = 'weight-g' | 'price';

/** A number that a store's scale has printed: which item, and how much of it. */
export interface VariableWeight {
  /** Prefix and item, seven digits: the same for every piece. */
  readonly item: string;
  /** The five digits behind it as they stand. */
  readonly value: number;
  /** The number of the item with no amount: what a catalogue lists for it. */
  readonly listedAs: string;
}

/**
 * Reads an EAN-13 of the ranges 20 to 29, which every store numbers by itself (GS1 General Specifications 2.1.11.1):
 * two digits of prefix, five of item, five of weight or price, check digit. Null for any other number. A UPC-A of number
 * system 2 is the same with a zero in front.
 */
export function readVariableWeight(gtin14: string): VariableWeight | null {
  const upcA = /^002(\d{11})$/.exec(gtin14);
  const ean = /^0(2\d{12})$/.exec(gtin14)?.[1] ?? (upcA === null ? undefined : gtin14.slice(1));
  if (ean === undefined) return null;
  const item = ean.slice(0, 7);
  const body = `${item}00000`;
  return { item, value: Number(ean.slice(7, 12)), listedAs: `${body}${checkDigit(body)}` };
}
