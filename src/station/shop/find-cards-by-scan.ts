import type { ShopId } from '#domain/ids.ts';
import type { SingleReading } from '#domain/scanning/code-reading.ts';
import { readCode } from '#domain/scanning/read-code.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { cardsByBarcode, type ReadCard } from '../database/catalogue-cards.ts';

/** The products that a scanned code stands for: by barcode, or by the GTIN within a marking code. */
export function findCardsByScan(db: ReadableDatabase, shop: ShopId, text: string): readonly ReadCard[] {
  const reading = readCode(text);
  const readings: readonly SingleReading[] = reading.kind === 'ambiguous' ? reading.readings : [reading];
  const codes = new Set(readings.flatMap(codesOf));
  const found = [...codes].flatMap((code) => cardsByBarcode(db, shop, code));
  return [...new Map(found.map((one) => [one.card.id, one])).values()];
}

function codesOf(reading: SingleReading): string[] {
  if (reading.kind === 'gtin' || reading.kind === 'marking-code') return [reading.gtin14];
  return reading.kind === 'text' ? [reading.text] : [];
}
