import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { DocumentOutcome, SavedBecause } from '#contract/document-procedures.ts';
import { makeFolder } from '../database/make-folder.ts';
import { documentPrinterId } from '../devices/printers-of-bench.ts';
import type { PrintDocumentOptions } from './print-document.ts';
import { writeDurably } from './write-durably.ts';

/** Pages are given to the printer within this time or kept as a file, ms. */
const deadlineMs = 30_000;

/**
 * Prints pages that were drawn elsewhere on the bench's printer of documents, and keeps them as `exports/<name>.pdf` in any
 * case. Where no printer takes them, the outcome names the file. `name` must be fit for a file. Throws when the disk refuses.
 */
export async function printPages(
  { name, pdf }: { readonly name: string; readonly pdf: Uint8Array },
  { home, benchFile, devices }: Omit<PrintDocumentOptions, 'db' | 'now'>,
): Promise<DocumentOutcome> {
  const folder = join(home, 'exports');
  makeFolder(folder);
  const file = join(folder, `${name}.pdf`);
  await writeDurably(file, pdf);
  const saved = (why: SavedBecause, detail: string | null): DocumentOutcome => ({
    ...{ outcome: 'saved', file, why, detail },
  });
  const printer = benchFile().documentPrinter;
  if (printer === undefined) return saved('no-document-printer', null);
  if (printer.paper !== 'a4') return saved('wrong-paper', null);
  const bytes = await readFile(file);
  const printed = await devices()?.print({ id: v7(), bytes, deadlineMs }, documentPrinterId);
  if (printed?.kind === 'sent') return { outcome: 'printed', printer: printer.name ?? documentPrinterId };
  return saved('not-printed', printed?.reason ?? 'no-printer');
}
