import { z } from 'zod';
import type { PostingNumber } from '#domain/ids.ts';
import type { ShopLabelSize } from '#domain/labels/label-size.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { label } from './schema.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** The printer's bytes of a label, and the barcodes that were read back off them. */
export type PreparedBytes = StoredBytes & {
  readonly codes: readonly string[];
  /** Whether it still reads when a worn head makes every dot grow by one. */
  readonly readsWhenWorn: boolean;
};

const Codes = z.array(z.string());

/**
 * A label as the shop gave it, by the shop's number of the package, and the printer's bytes made from it ahead of
 * time. Both are files of `stored-bytes.ts`.
 */
export type LabelRow = {
  readonly posting: PostingNumber;
  readonly pdf: StoredBytes;
  /** Which page of a file of several labels it is, from 1; null where the file is this one label. */
  readonly page: number | null;
  readonly size: ShopLabelSize;
  readonly prepared: PreparedBytes | null;
  /** Epoch ms. */
  readonly fetchedAt: number;
};

const statements = prepareOnce((db: ReadableDatabase) => ({
  byPosting: db.orm
    .select()
    .from(label)
    .where(eq(label.posting, sql.placeholder('posting')))
    .prepare(),
}));

const files = prepareOnce((db: ReadableDatabase) => ({
  isPrinted: db.sqlite
    .prepare<[string], number>('SELECT 1 FROM print_job WHERE bytes_sha256 = ? LIMIT 1')
    .pluck(),
  isNamed: db.sqlite
    .prepare<{ sha256: string }, number>(
      'SELECT 1 WHERE EXISTS (SELECT 1 FROM label WHERE sha256 = :sha256) OR EXISTS (SELECT 1 FROM label WHERE prepared_sha256 = :sha256)',
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  save: db.sqlite.prepare(
    `INSERT INTO label (posting, pdf_file, sha256, size, fetched_at, page) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (posting) DO UPDATE SET pdf_file = excluded.pdf_file, sha256 = excluded.sha256, size = excluded.size,
       fetched_at = excluded.fetched_at, page = excluded.page, prepared_file = NULL, prepared_sha256 = NULL, codes = '[]',
       reads_when_worn = 1
     WHERE sha256 <> excluded.sha256 OR size <> excluded.size OR page IS NOT excluded.page`,
  ),
  remove: db.sqlite.prepare('DELETE FROM label WHERE posting = ?'),
  setPrepared: db.sqlite.prepare(
    `UPDATE label SET prepared_file = ?, prepared_sha256 = ?, codes = ?, reads_when_worn = ?
     WHERE posting = ? AND sha256 = ? AND page IS ?`,
  ),
}));

/** The label of a package; null while it was not fetched. */
export function getLabel(db: ReadableDatabase, posting: PostingNumber): LabelRow | null {
  const row = statements(db).byPosting.get({ posting });
  if (row === undefined) return null;
  const { preparedFile, preparedSha256 } = row;
  const isPrepared = preparedFile !== null && preparedSha256 !== null;
  return {
    posting: row.posting,
    pdf: { file: row.pdfFile, sha256: row.sha256 },
    page: row.page,
    size: row.size,
    prepared: isPrepared
      ? {
          file: preparedFile,
          sha256: preparedSha256,
          codes: Codes.parse(JSON.parse(row.codes)),
          readsWhenWorn: row.readsWhenWorn,
        }
      : null,
    fetchedAt: row.fetchedAt,
  };
}

/** A label as the shop gave it: its file, and its page of it where the file holds several. */
export type LabelSheet = { readonly pdf: StoredBytes; readonly page: number | null };

/** Notes a label fetched in a size. The same again changes nothing; another makes what was prepared from the old void. */
export function saveLabel(
  db: BenchDatabase,
  posting: PostingNumber,
  { pdf, page }: LabelSheet,
  size: ShopLabelSize,
  fetchedAt: number,
): void {
  writes(db).save.run(posting, pdf.file, pdf.sha256, size, fetchedAt, page);
}

/** Notes the printer's bytes made from exactly this page; false when the label has become another meanwhile. */
export function savePreparedLabel(
  db: BenchDatabase,
  posting: PostingNumber,
  { pdf, page }: LabelSheet,
  prepared: PreparedBytes,
): boolean {
  const { file, sha256, codes, readsWhenWorn } = prepared;
  const row = [file, sha256, JSON.stringify(codes), readsWhenWorn ? 1 : 0];
  return writes(db).setPrepared.run(...row, posting, pdf.sha256, page).changes === 1;
}

/**
 * Forgets a label that never went to a printer; what did stays as the record of it. Answers the files that nothing names any
 * more: the page's file may be that of other labels, too.
 */
export function removeUnprintedLabel(db: BenchDatabase, posting: PostingNumber): readonly StoredBytes[] {
  const row = getLabel(db, posting);
  if (row === null) return [];
  const { pdf, prepared } = row;
  if (prepared !== null && files(db).isPrinted.get(prepared.sha256) !== undefined) return [];
  writes(db).remove.run(posting);
  return [pdf, ...(prepared === null ? [] : [{ file: prepared.file, sha256: prepared.sha256 }])].filter(
    ({ sha256 }) => files(db).isNamed.get({ sha256 }) === undefined,
  );
}
