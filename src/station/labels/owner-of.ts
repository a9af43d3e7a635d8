import { err, ok, type Result } from '#domain/result.ts';
import type { ExpectedCodes, LabelMismatch } from './check-label.ts';
import type { ReadCode } from './decode-bitmap.ts';

/**
 * Which posting a drawn label belongs to, by what was read off it and by nothing else. One that was named is taken at its word;
 * of several it must be exactly one: a page that carries codes of two, or of none, is nobody's.
 */
export function ownerOf(
  codes: readonly ReadCode[],
  posting: ExpectedCodes | readonly ExpectedCodes[] | null,
): Result<ExpectedCodes | null, LabelMismatch> {
  if (!isSeveral(posting)) return ok(posting);
  const read = codes.map(({ text }) => text);
  const owners = posting.filter((one) => read.some((text) => text !== '' && isCodeOf(text, one)));
  const [owner, other] = owners;
  if (owner === undefined)
    return err(read.length === 0 ? { code: 'label-unreadable' } : { code: 'label-of-another', read });
  if (other === undefined) return ok(owner);
  const foreign = read.find((text) => isCodeOf(text, other)) ?? other.number;
  return err({ code: 'label-contradicts', read, foreign });
}

function isCodeOf(text: string, { number, labelBarcodes }: ExpectedCodes): boolean {
  return text === number || labelBarcodes.includes(text);
}

function isSeveral(
  posting: ExpectedCodes | readonly ExpectedCodes[] | null,
): posting is readonly ExpectedCodes[] {
  return Array.isArray(posting);
}
