import { createHash } from 'node:crypto';
import { gtin14 } from '../catalogue/barcode-digits.ts';
import type { Product } from '../catalogue/product.ts';
import { seededRandom } from '../world/seeded-random.ts';
import type { World } from '../world/world.ts';

const GS = '\u001d';

/**
 * A fresh marking code of one unit: 01 GTIN, 21 serial of 13, GS, 91 key of 4, GS, 92 tail of 44 characters.
 * The serials count up, so no code is issued twice.
 */
export function issueMarkingCode(world: World, product: Product): string {
  world.counters.mark += 1;
  const random = seededRandom(world.seed, `mark ${world.counters.mark}`);
  const serial = `5${world.counters.mark.toString(36).padStart(5, '0')}${random.letters(7)}`;
  const head = `01${gtin14(gtinOf(product))}21${serial}`;
  const tail = createHash('sha256')
    .update(`${world.seed} ${head}`)
    .digest('base64')
    .slice(0, 44)
    .padEnd(44, 'A');
  return `${head}${GS}91EE${String(10 + (world.counters.mark % 90))}${GS}92${tail}`;
}

/** What a marking code says of itself; null when it is not one (wrong start, or separators lost). */
export function readMarkingCode(mark: string): { readonly gtin: string; readonly serial: string } | null {
  const [head = '', ...tail] = mark.split(GS);
  const [, gtin, serial] = /^01(\d{14})21(\S{1,20})$/.exec(head) ?? [];
  const [key = '', signature = ''] = tail;
  const long = tail.length === 2 && /^91\S{4}$/.test(key) && /^92\S{44,88}$/.test(signature);
  const short = tail.length === 1 && /^93\S{4}$/.test(key);
  return (long || short) && gtin !== undefined && serial !== undefined ? { gtin, serial } : null;
}

/** Whether a GTIN-14 is one of the product's barcodes. */
export function hasGtin(product: Product, gtin: string): boolean {
  return product.barcodes.some((barcode) => /^\d{8,14}$/.test(barcode) && gtin14(barcode) === gtin);
}

function gtinOf(product: Product): string {
  return product.barcodes.find((barcode) => /^\d{8,14}$/.test(barcode)) ?? '';
}
