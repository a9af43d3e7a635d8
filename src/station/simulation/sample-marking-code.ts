import { createHash } from 'node:crypto';
import { toGtin14 } from '#domain/scanning/gtin.ts';

const groupSeparator = '\u001d';
const serialLength = 13;
const tailLength = 44;

/**
 * A marking code as one might stand on a unit of a product with this barcode: 01 GTIN, 21 serial, 91 key, 92 tail (the
 * crypto part proves nothing to anybody). The same `seed` gives the same code. Null where the barcode is no GTIN.
 */
export function sampleMarkingCode(barcode: string, seed: string): string | null {
  const gtin = toGtin14(barcode);
  if (gtin === null) return null;
  const digest = createHash('sha512').update(`${barcode} ${seed}`).digest('hex');
  const tail = createHash('sha512').update(digest).digest('base64');
  return [`01${gtin}21${digest.slice(0, serialLength)}`, '91EE10', `92${tail.slice(0, tailLength)}`].join(
    groupSeparator,
  );
}
