import type { PostingNumber, Sku } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { parseUnitNumber, type UnitNumberKind, unitNumberKey } from '../scanning/unit-number.ts';
import type { MarkingScan, ScanMeaning } from './scan-meaning.ts';
import type { Session, Unit } from './session.ts';
import type { RejectionCode, SessionEventOf } from './session-event.ts';

/** What of a unit a lead may correct after packing. */
export type CodeKind = 'marking-code' | UnitNumberKind;

type Corrected = SessionEventOf<'code-corrected'>;

/**
 * Judges a code that is to stand for one of a packed unit, as the bench judges it while packing: it must be one, complete, of that
 * product, and on no other unit.
 */
export function correctCode(
  session: Session,
  unit: Unit,
  kind: CodeKind,
  meaning: ScanMeaning,
  usedBy: (key: string) => PostingNumber | null,
): Result<Corrected, RejectionCode> {
  const isElsewhere = (key: string) =>
    usedBy(key) !== null || session.packages.some((parcel) => parcel.units.some((one) => carries(one, key)));
  if (kind !== 'marking-code') {
    const number = parseUnitNumber(kind, meaning.text);
    if (number === null) return err('unit-number-wrong');
    if (isElsewhere(unitNumberKey(number))) return err('unit-number-used');
    return ok({ type: 'code-corrected', unit: unit.id, number });
  }
  const scan = markingIn(meaning, unit.sku);
  if (scan === 'other-product') return err('marking-code-of-another-product');
  if (scan === null) return err(meaning.kind === 'unreadable' ? 'unreadable-code' : 'unknown-code');
  if (!scan.isComplete) return err('marking-code-incomplete');
  if (isElsewhere(scan.unit)) return err('marking-code-used');
  return ok({ type: 'code-corrected', unit: unit.id, marking: { code: scan.code, unit: scan.unit } });
}

/** The unit with what was corrected of it. */
export function withCorrection(unit: Unit, { marking, number }: Pick<Corrected, 'marking' | 'number'>): Unit {
  return {
    ...unit,
    marking: marking ?? unit.marking,
    numbers:
      number === undefined
        ? unit.numbers
        : [...unit.numbers.filter(({ kind }) => kind !== number.kind), number],
  };
}

function carries({ marking, numbers }: Unit, key: string): boolean {
  return marking?.unit === key || numbers.some((number) => unitNumberKey(number) === key);
}

function markingIn(meaning: ScanMeaning, sku: Sku): MarkingScan | 'other-product' | null {
  const meanings = meaning.kind === 'several' ? meaning.meanings : [meaning];
  const marked = meanings.flatMap((one) =>
    one.kind === 'product' && one.marking !== null ? [{ skus: one.skus, marking: one.marking }] : [],
  );
  if (marked.length === 0) return null;
  return marked.find(({ skus }) => skus.includes(sku))?.marking ?? 'other-product';
}
