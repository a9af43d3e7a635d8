import type { BenchFile } from '#contract/bench-file.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { Actor } from '#domain/packing/actor.ts';
import type { OpeningTarget, TargetKey } from '#domain/packing/packing-context.ts';
import { toGtin14 } from '#domain/scanning/gtin.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { findPostingsByCode, mostUrgentNeeding, packedAs } from '../database/find-postings.ts';
import { findMarkingCode } from '../database/marking-codes.ts';
import { listPostings } from '../database/posting-queue.ts';
import { getPosting } from '../database/posting-record.ts';
import { productsAtHand } from './products-at-hand.ts';
import type { ScanLookups } from './scan-reader.ts';
import { lastSessionOf } from './session-record.ts';

export type BenchLookups = ScanLookups & {
  /** What a scan would open; `hasLabel` tells whether an interim label can be replaced. */
  target(key: TargetKey, hasLabel: (posting: PostingNumber) => boolean): OpeningTarget | null;
};

/** Looks scanned codes up in the bench's database and its bench file; `shopAtHand` is whose posting is open, null while none is. */
export function createLookups(
  db: BenchDatabase,
  benchFile: () => BenchFile,
  shopAtHand: () => ShopId | null,
): BenchLookups {
  return {
    skusByBarcode: (barcode) => productsAtHand(db, barcode, shopAtHand()),
    postingsByCode: (code) => postingsByCode(db, code),
    markingUsedBy: (unit) => findMarkingCode(db, unit)?.posting ?? null,
    cartonByCode: (code) => benchFile().cartons.find((carton) => carton.code === code) ?? null,
    unitsPerCase: (gtin14) => benchFile().cases.find(({ gtin }) => toGtin14(gtin) === gtin14)?.units ?? null,
    actorById: (id) => actorOf(benchFile(), id),
    target: (key, hasLabel) => targetOf(db, key, hasLabel),
  };
}

/** The person with this badge: from the bench file's people, or its default packer. */
export function actorOf(benchFile: BenchFile, id: string): Actor | null {
  const person = benchFile.people.find((candidate) => candidate.id === id);
  if (person !== undefined) return { id: person.id, name: person.name, role: person.role };
  if (benchFile.packer === undefined || benchFile.packer !== id) return null;
  return Actor.parse({ id, name: id, role: 'packer' });
}

/** By the shop's numbers and barcodes, else by an interim label, whose code is a posting's number and a package's. */
function postingsByCode(db: BenchDatabase, code: string): readonly PostingNumber[] {
  const found = findPostingsByCode(db, code);
  const base = found.length > 0 ? undefined : /^(.+)\/\d{1,4}$/.exec(code)?.[1];
  const records = base === undefined ? found : findPostingsByCode(db, base);
  return records.map((record) => record.posting.number);
}

function targetOf(
  db: BenchDatabase,
  key: TargetKey,
  hasLabel: (posting: PostingNumber) => boolean,
): OpeningTarget | null {
  const number = numberFor(db, key);
  const posting = (number === null ? null : getPosting(db, number)?.posting) ?? null;
  if (posting === null) return null;
  const last = lastSessionOf(db, posting.number)?.session ?? null;
  const owes = last?.status.kind === 'closed' && last.packages.some((parcel) => parcel.isInterim);
  const canRelabel =
    owes &&
    last.packages.every(
      (parcel) => !parcel.isInterim || (parcel.shopPosting !== null && hasLabel(parcel.shopPosting)),
    );
  return { posting, last, canRelabel };
}

function numberFor(db: BenchDatabase, key: TargetKey): PostingNumber | null {
  switch (key.by) {
    case 'posting':
      return packedAs(db, key.posting);
    case 'product':
      return mostUrgentNeeding(db, key.sku);
    case 'queue':
      return listPostings(db, { state: 'queued', limit: 1, offset: 0 }).entries[0]?.posting ?? null;
  }
}
