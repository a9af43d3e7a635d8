import { z } from 'zod';
import { CardId } from '#domain/catalogue/listed-card.ts';
import { ActorId, PostingNumber } from '#domain/ids.ts';
import { scannerFamilies } from '#domain/scanning/scanner-families.ts';
import type { ProcedureTable } from './procedure-table.ts';

const PackageN = z.int().min(1).max(1000);
/** How many postings are picked for at once. */
const Postings = z.int().min(1).max(200);

/** The bench's own labels; they come out of a label printer. */
export const OwnLabelDocument = z.discriminatedUnion('document', [
  /** What lies in a package, for its outside. */
  z.object({ document: z.literal('contents-label'), posting: PostingNumber, package: PackageN }),
  /** A package as a logistic unit with its SSCC, the same one each time. */
  z.object({ document: z.literal('sscc-label'), posting: PostingNumber, package: PackageN }),
  /** Leads alone print badges: a badge signs in. */
  z.object({ document: z.literal('badge'), person: ActorId }),
  /** One of a product's barcodes, to stick on the goods. */
  z.object({
    ...{ document: z.literal('product-label'), product: CardId },
    ...{ barcode: z.string().regex(/^[\x21-\x7e]{1,60}$/), copies: z.int().min(1).max(10) },
  }),
]);
export type OwnLabelDocument = z.infer<typeof OwnLabelDocument>;

/** Anything the bench prints that is not stuck on a package. */
export const BenchDocument = z.discriminatedUnion('document', [
  z.object({
    document: z.literal('packing-slip'),
    posting: PostingNumber,
    package: PackageN,
  }),
  /** What to fetch for the most urgent postings, all together. */
  z.object({ document: z.literal('pick-list'), postings: Postings }),
  /** The same for a cart with a place for each posting. */
  z.object({ document: z.literal('batch-sheet'), postings: Postings }),
  z.object({ document: z.literal('control-sheet') }),
  z.object({ document: z.literal('scanner-sheet'), family: z.enum(scannerFamilies).nullable() }),
  z.object({ document: z.literal('manifest'), day: z.iso.date() }),
]);
export type BenchDocument = z.infer<typeof BenchDocument>;

/** Why a document is in a file instead of on paper. */
export const savedBecause = ['no-document-printer', 'wrong-paper', 'not-printed'] as const;
export type SavedBecause = (typeof savedBecause)[number];

/** What became of a document. Nothing is lost: what did not come out of the printer is in a file. */
export const DocumentOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('printed'), printer: z.string() }),
  z.object({
    outcome: z.literal('saved'),
    file: z.string(),
    why: z.enum(savedBecause),
    /** The printer's trouble in a code that has a sentence; null where it is not about a printer. */
    detail: z.string().nullable(),
  }),
  /** Not printed, and there is no file either: the printer's trouble, or why it cannot be drawn. */
  z.object({ outcome: z.literal('refused'), reason: z.string() }),
  /** There is nothing to put on it: no posting waits, or the package is not packed. */
  z.object({ outcome: z.literal('empty') }),
]);
export type DocumentOutcome = z.infer<typeof DocumentOutcome>;

/** Documents that a person asks for. */
export const documentProcedures = {
  /** Prints a document on the printer of documents, or says in which file it is. */
  'document.print': {
    role: 'packer',
    input: z.object({ what: z.union([BenchDocument, OwnLabelDocument]) }),
    output: DocumentOutcome,
  },
} as const satisfies ProcedureTable;
