import type { BenchFile } from '#contract/bench-file.ts';
import type { BenchDocument } from '#contract/document-procedures.ts';
import type { DocumentPaper } from '#contract/printer-config.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { packagesOfPosting } from '../database/packages.ts';
import { listPostings } from '../database/posting-queue.ts';
import { batchSheet } from './batch-sheet.ts';
import { benchControlSheet } from './bench-control-sheet.ts';
import { documentTexts } from './document-texts.ts';
import { gatherPickList } from './gather-pick-list.ts';
import { onPaper } from './on-paper.ts';
import { packingSlip } from './packing-slip.ts';
import { pickList } from './pick-list.ts';
import { scannerSheet } from './scanner-sheet.ts';
import { packageAsManifestRow } from './to-manifest-row.ts';
import { writeManifest } from './write-manifest.ts';

/** A document as a printer takes it or a file keeps it. */
export type MadeDocument =
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly paper: DocumentPaper;
      readonly bytes: Uint8Array;
    }
  /** Written already, as it was made in a thread of its own: A4. */
  | { readonly kind: 'file'; readonly name: string; readonly paper: 'a4'; readonly file: string }
  | { readonly kind: 'empty' };

export type DocumentSources = {
  readonly db: ReadableDatabase;
  readonly benchFile: BenchFile;
  /** Where documents are kept that are written as files. */
  readonly folder: string;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
};

/** A document cannot be drawn or written; `detail` is for support. */
export type DocumentProblem = { readonly code: 'not-drawn'; readonly detail: string };

/** Makes a document for the wanted paper; sheets of codes and the manifest are A4 whatever is wanted. */
export async function makeDocument(
  what: BenchDocument,
  wanted: DocumentPaper,
  sources: DocumentSources,
): Promise<Result<MadeDocument, DocumentProblem>> {
  const { db, benchFile, timeZone, now } = sources;
  const texts = documentTexts(benchFile.language);
  const queued = (postings: number) =>
    listPostings(db, { state: 'queued', limit: postings, offset: 0 }).entries;
  const asA4 = (name: string, bytes: Uint8Array) => ok({ kind: 'bytes', name, paper: 'a4', bytes } as const);
  switch (what.document) {
    case 'packing-slip': {
      const parcel = packagesOfPosting(db, what.posting).findLast(({ n }) => n === what.package);
      const row = parcel === undefined ? null : packageAsManifestRow(db, parcel, texts.states);
      if (row === null) return ok({ kind: 'empty' });
      const name = `packing-slip-${row.posting}-${row.package}`;
      return drawn(
        name,
        wanted,
        onPaper(packingSlip(row, { texts, timeZone }), wanted, headingOf(texts.slip, now)),
      );
    }
    case 'pick-list': {
      const entries = queued(what.postings);
      if (entries.length === 0) return ok({ kind: 'empty' });
      const list = pickList(gatherPickList(entries, now), { texts, timeZone });
      return drawn('pick-list', wanted, onPaper(list, wanted, headingOf(texts.pickList, now)));
    }
    case 'batch-sheet': {
      const entries = queued(what.postings);
      if (entries.length === 0) return ok({ kind: 'empty' });
      return asA4('batch-sheet', await batchSheet(entries, { texts, timeZone, madeAt: now }));
    }
    case 'control-sheet': {
      const sheet = await benchControlSheet(benchFile, texts, now);
      if (!sheet.ok) return notDrawn(sheet.error);
      return asA4('control-sheet', sheet.value.pdf);
    }
    case 'scanner-sheet':
      return asA4('scanner-sheet', await scannerSheet(texts, now, what.family));
    case 'manifest':
      return manifest(what.day, sources);
  }
}

function headingOf({ title }: { readonly title: string }, madeAt: number) {
  return { title, madeAt };
}

async function drawn(
  name: string,
  paper: DocumentPaper,
  drawing: ReturnType<typeof onPaper>,
): Promise<Result<MadeDocument, DocumentProblem>> {
  const made = await drawing;
  return made.ok ? ok({ kind: 'bytes', name, paper, bytes: made.value }) : notDrawn(made.error);
}

async function manifest(
  day: string,
  { db, benchFile, folder, now }: DocumentSources,
): Promise<Result<MadeDocument, DocumentProblem>> {
  const name = `manifest-${day}`;
  const file = `${folder}/${name}.pdf`;
  const { language, bench, shops } = benchFile;
  const written = await writeManifest({
    ...{ db, day, format: 'pdf', outPath: file, language, bench, shops, now },
  });
  return written.ok ? ok({ kind: 'file', name, paper: 'a4', file }) : notDrawn(written.error);
}

function notDrawn(problem: unknown): Result<never, DocumentProblem> {
  return err({ code: 'not-drawn', detail: JSON.stringify(problem) });
}
