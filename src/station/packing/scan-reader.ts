import type { Carton } from '#domain/carton/carton.ts';
import { CartonCode, type PostingNumber, type Sku } from '#domain/ids.ts';
import type { Actor } from '#domain/packing/actor.ts';
import type { MarkingScan, ScanMeaning } from '#domain/packing/scan-meaning.ts';
import { unitOfCase } from '#domain/scanning/case-gtin.ts';
import type { SingleReading } from '#domain/scanning/code-reading.ts';
import { readCode } from '#domain/scanning/read-code.ts';
import { readVariableWeight } from '#domain/scanning/variable-weight.ts';

/** What the bench knows that a code can be looked up in. */
export type ScanLookups = {
  /** Products with this barcode, by GTIN-14 where the code is one. */
  skusByBarcode(barcode: string): readonly Sku[];
  /** Postings with this number or label barcode. */
  postingsByCode(code: string): readonly PostingNumber[];
  /** The posting that a marked unit was packed into before, if any. */
  markingUsedBy(unit: string): PostingNumber | null;
  cartonByCode(code: CartonCode): Carton | null;
  actorById(id: string): Actor | null;
  /** How many units a case with this number holds; null where the bench file does not say. */
  unitsPerCase(gtin14: string): number | null;
};

type SingleMeaning = Exclude<ScanMeaning, { kind: 'several' }>;

/** Says what a scanned code means at this bench. A code that fits several things the bench knows is `several`. */
export function meaningOf(text: string, lookups: ScanLookups): ScanMeaning {
  const reading = readCode(text);
  const readings: readonly SingleReading[] = reading.kind === 'ambiguous' ? reading.readings : [reading];
  const known = unique(oneProductMeaning(readings.flatMap((single) => meaningsOf(single, text, lookups))));
  const [first, ...others] = known;
  if (first === undefined) return notKnown(readings, text);
  return others.length === 0 ? first : { kind: 'several', meanings: known, text };
}

function meaningsOf(reading: SingleReading, text: string, lookups: ScanLookups): SingleMeaning[] {
  switch (reading.kind) {
    case 'control':
      return [controlMeaning(reading, text, lookups)];
    case 'gtin': {
      // A carrier's number may have the length and, by chance, the check digit of a trade item's.
      const postings = postingMeanings([reading.raw], lookups);
      const items = gtinMeaning(reading.gtin14, text, lookups);
      const isLikelier = postings.length > 0;
      return [...postings, ...items.filter(({ caseOf }) => !(isLikelier && caseOf === null))];
    }
    case 'marking-code': {
      const { code, short: unit, complete: isComplete } = reading;
      const marking = { code, unit, isComplete, usedBy: lookups.markingUsedBy(unit) };
      return productMeaning(lookups.skusByBarcode(reading.gtin14), marking, text);
    }
    case 'text':
      return [
        ...postingMeanings([reading.text], lookups),
        ...productMeaning(lookups.skusByBarcode(reading.text), null, text),
      ];
    case 'sscc':
      return postingMeanings([reading.sscc, `00${reading.sscc}`], lookups);
    case 'unreadable':
      return [];
  }
}

/** A unit by its own number; else a case of units, or a piece that a store's scale has numbered. */
function gtinMeaning(
  gtin14: string,
  text: string,
  lookups: ScanLookups,
): Extract<SingleMeaning, { kind: 'product' }>[] {
  const unit = productMeaning(lookups.skusByBarcode(gtin14), null, text);
  if (unit.length > 0) return unit;
  const inCase = unitOfCase(gtin14);
  if (inCase !== null) {
    const caseOf = lookups.unitsPerCase(gtin14);
    return productMeaning(lookups.skusByBarcode(inCase), null, text).map((meaning) => ({
      ...meaning,
      caseOf,
    }));
  }
  const piece = readVariableWeight(gtin14);
  if (piece === null) return [];
  const listed = lookups.skusByBarcode(piece.listedAs.padStart(14, '0'));
  return productMeaning(listed.length > 0 ? listed : lookups.skusByBarcode(piece.item), null, text);
}

/** Postings whose number or label barcode is one of these spellings of the code. */
function postingMeanings(spellings: readonly string[], lookups: ScanLookups): SingleMeaning[] {
  return spellings.flatMap((text) =>
    lookups.postingsByCode(text).map((posting): SingleMeaning => ({ kind: 'posting', posting, text })),
  );
}

/** Products behind several readings of one code (EAN-8 or UPC-E) are a question like those that share a barcode. */
function oneProductMeaning(meanings: readonly SingleMeaning[]): SingleMeaning[] {
  const isBare = (meaning: SingleMeaning) =>
    meaning.kind === 'product' && meaning.marking === null && meaning.caseOf === undefined;
  const bare = meanings.filter(isBare);
  const [first] = bare;
  if (first?.kind !== 'product' || bare.length === 1) return [...meanings];
  const skus = bare.flatMap((meaning) => (meaning.kind === 'product' ? meaning.skus : []));
  return [...meanings.filter((meaning) => !isBare(meaning)), { ...first, skus: [...new Set(skus)] }];
}

function controlMeaning(
  reading: Extract<SingleReading, { kind: 'control' }>,
  text: string,
  lookups: ScanLookups,
): SingleMeaning {
  const { control } = reading;
  if (control.control === 'badge') return { kind: 'badge', actor: lookups.actorById(control.packer), text };
  if (control.control === 'box') {
    const code = CartonCode.safeParse(control.carton);
    return {
      kind: 'carton',
      carton: code.success ? lookups.cartonByCode(code.data) : null,
      text: control.carton,
    };
  }
  return { kind: 'control', control, text };
}

function productMeaning(
  skus: readonly Sku[],
  marking: MarkingScan | null,
  text: string,
): Extract<SingleMeaning, { kind: 'product' }>[] {
  return skus.length === 0 ? [] : [{ kind: 'product', skus, marking, text }];
}

/** Two readings of one code often lead to the same posting or product; that is one meaning. */
function unique(meanings: readonly SingleMeaning[]): SingleMeaning[] {
  const seen = new Map(meanings.map((meaning) => [keyOf(meaning), meaning]));
  return [...seen.values()];
}

function keyOf(meaning: SingleMeaning): string {
  switch (meaning.kind) {
    case 'posting':
      return `posting ${meaning.posting}`;
    case 'product':
      return `product ${[...meaning.skus].sort().join(' ')}`;
    default:
      return meaning.kind;
  }
}

function notKnown(readings: readonly SingleReading[], text: string): SingleMeaning {
  const doubtful = readings.find((reading) => reading.kind === 'text' && reading.doubt !== undefined);
  if (doubtful !== undefined) return { kind: 'unreadable', problem: 'bad-check-digit', text };
  const unreadable = readings.find((reading) => reading.kind === 'unreadable');
  return unreadable === undefined
    ? { kind: 'unknown', text }
    : { kind: 'unreadable', problem: unreadable.problem, text };
}
