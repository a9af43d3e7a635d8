import type { PostingNumber } from '#domain/ids.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { type LabelSheet, type PreparedBytes, savePreparedLabel } from '../database/labels.ts';
import { type StoredBytes, storeBytes } from '../database/stored-bytes.ts';
import type { PreparedLabel } from '../labels/finish-label.ts';
import { keepPreview } from './label-preview.ts';

/** What is kept of a drawn label: its dots are in the printer's bytes. */
export type KeptLabel = Pick<PreparedLabel, 'bytes' | 'readBack' | 'readsWhenWorn' | 'png'>;

/** Keeps a label that was drawn for a printer beside the page that it was made from. Throws when the disk refuses. */
export function keepPrepared(
  db: BenchDatabase,
  posting: PostingNumber,
  sheet: LabelSheet,
  { label, target }: { readonly label: KeptLabel; readonly target: LabelTarget },
): PreparedBytes {
  const bytes = storeBytes(db.home, folderOf(target), target.language, label.bytes);
  const printable = { ...bytes, codes: label.readBack, readsWhenWorn: label.readsWhenWorn };
  keepPreview(db.home, printable.sha256, label.png);
  savePreparedLabel(db, posting, sheet, printable);
  return printable;
}

/** Prepared bytes belong to one printer and paper: another roll means preparing anew. */
export function isMadeFor({ file }: StoredBytes, target: LabelTarget): boolean {
  return file.startsWith(`${folderOf(target)}/`);
}

function folderOf({ language, dpi, widthMm, heightMm }: LabelTarget): string {
  return `labels/${language}-${widthMm}x${heightMm}-${dpi}`;
}
