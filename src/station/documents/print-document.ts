import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { BenchFile } from '#contract/bench-file.ts';
import type { BenchDocument, DocumentOutcome, SavedBecause } from '#contract/document-procedures.ts';
import type { DocumentPaper } from '#contract/printer-config.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { makeFolder } from '../database/make-folder.ts';
import type { LiveDevices } from '../devices/live-devices.ts';
import { documentPrinterId } from '../devices/printers-of-bench.ts';
import { type DocumentProblem, type MadeDocument, makeDocument } from './make-document.ts';
import { extensionOn } from './on-paper.ts';
import { writeDurably } from './write-durably.ts';

export type PrintDocumentOptions = {
  readonly db: ReadableDatabase;
  readonly home: string;
  readonly benchFile: () => BenchFile;
  readonly devices: () => Pick<LiveDevices, 'print'> | null;
  /** Epoch ms. */
  readonly now: () => number;
};

/** A document is given to the printer within this time or kept as a file, ms. */
const deadlineMs = 30_000;

/**
 * Prints a document on the bench's printer of documents. Where there is none, where its paper is not the document's, or
 * where it does not take it, the document is a file in the bench's `exports` folder instead, and the outcome says so.
 */
export async function printDocument(
  what: BenchDocument,
  options: PrintDocumentOptions,
): Promise<Result<DocumentOutcome, DocumentProblem>> {
  const { db, home, now } = options;
  const benchFile = options.benchFile();
  const printer = benchFile.documentPrinter;
  const folder = join(home, 'exports');
  makeFolder(folder);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const sources = { db, benchFile, folder, timeZone, now: now() };
  const made = await makeDocument(what, printer?.paper ?? 'a4', sources);
  if (!made.ok) return made;
  const document = made.value;
  if (document.kind === 'empty') return ok({ outcome: 'empty' });
  const save = async (why: SavedBecause, detail: string | null) => {
    // People can open pages; a receipt printer's bytes are of no use in a file.
    const pages = document.paper === 'a4' ? made : await makeDocument(what, 'a4', sources);
    if (!pages.ok) return pages;
    if (pages.value.kind === 'empty') return ok({ outcome: 'empty' } as const);
    return ok({ outcome: 'saved', file: await keep(pages.value, folder), why, detail } as const);
  };
  if (printer === undefined) return save('no-document-printer', null);
  if (takenBy(printer.paper) !== takenBy(document.paper)) return save('wrong-paper', null);
  const bytes = document.kind === 'bytes' ? document.bytes : await readFile(document.file);
  const printed = await options.devices()?.print({ id: v7(), bytes, deadlineMs }, documentPrinterId);
  if (printed?.kind === 'sent') return ok({ outcome: 'printed', printer: printer.name ?? documentPrinterId });
  return save('not-printed', printed?.reason ?? 'no-printer');
}

/** What a printer with this paper understands. */
function takenBy(paper: DocumentPaper): string {
  return extensionOn[paper];
}

async function keep(document: Exclude<MadeDocument, { kind: 'empty' }>, folder: string): Promise<string> {
  if (document.kind === 'file') return document.file;
  const file = join(folder, `${document.name}.${extensionOn[document.paper]}`);
  await writeDurably(file, document.bytes);
  return file;
}
