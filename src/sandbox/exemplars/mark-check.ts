import { productOf, type World } from '../world/world.ts';
import { hasGtin, readMarkingCode } from './marking-code.ts';

/**
 * What is wrong with a mark for a product, as error codes; empty when nothing is. Ozon does not publish its codes:
 * these are the stand-in's own, and a client must show unknown ones as they are.
 */
export function markErrors(world: World, sku: number, mark: string, markType: string): readonly string[] {
  if (markType === 'imei') return /^\d{15}$/.test(mark) ? [] : ['IMEI_INVALID_FORMAT'];
  if (markType === 'jw_uin') return /^\d{16}$/.test(mark) ? [] : ['UIN_INVALID_FORMAT'];
  if (markType !== 'mandatory_mark') return ['MARK_TYPE_UNKNOWN'];
  const product = productOf(world, sku);
  if (!product.marked) return ['MANDATORY_MARK_REDUNDANT'];
  const read = readMarkingCode(mark);
  if (read === null) return ['MANDATORY_MARK_INVALID_FORMAT'];
  return hasGtin(product, read.gtin) ? [] : ['MANDATORY_MARK_GTIN_MISMATCH'];
}

/** The error of a mark that is refused on a test's word, at this step; empty for all others. */
export function refusedOnWord(world: World, mark: string, step: 'validate' | 'set'): readonly string[] {
  const refusal = world.refusedMarks.get(markIdentity(mark));
  return refusal === undefined || (step === 'validate' && refusal.from === 'set') ? [] : [refusal.error];
}

/** What makes two scans the same unit: GTIN and serial, or the whole text where it is no marking code. */
export function markIdentity(mark: string): string {
  const read = readMarkingCode(mark);
  return read === null ? mark : `${read.gtin} ${read.serial}`;
}
