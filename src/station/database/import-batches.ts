import { v7 } from 'uuid';
import type { BenchDatabase } from './bench-database.ts';
import { noteListChange } from './list-changes.ts';
import { prepareOnce } from './prepare-once.ts';
import type { ImportLine } from './product-imports.ts';
import type { ImportRowState, productImportBatch } from './schema.ts';
import { transaction } from './transaction.ts';

/** One request to the shop to make products. Times are epoch ms. */
export type ImportBatch = Readonly<typeof productImportBatch.$inferSelect>;

const BATCH = 'id, import, asked_at AS askedAt, task, state, looks, next_at AS nextAt';
const LINE = `import, row, article, name, cells, card, findings, state, batch, product_id AS productId, complaints`;

const statements = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO product_import_batch (id, import, asked_at, state, next_at) VALUES (?, ?, ?, 'asked', ?)`,
  ),
  open: db.sqlite.prepare<[string], ImportBatch>(
    `SELECT ${BATCH} FROM product_import_batch WHERE import = ? AND state <> 'over' ORDER BY asked_at, id`,
  ),
  lose: db.sqlite.prepare(
    `UPDATE product_import_batch SET state = 'lost', next_at = ? WHERE import = ? AND state = 'asked'`,
  ),
  change: db.sqlite.prepare(
    'UPDATE product_import_batch SET state = ?, task = ?, looks = ?, next_at = ? WHERE id = ?',
  ),
  of: db.sqlite.prepare<[string], ImportLine>(
    `SELECT ${LINE} FROM product_import_row WHERE batch = ? ORDER BY row`,
  ),
  put: db.sqlite.prepare('UPDATE product_import_row SET batch = ?, state = ? WHERE import = ? AND row = ?'),
  tell: db.sqlite.prepare(
    'UPDATE product_import_row SET state = ?, product_id = coalesce(?, product_id), complaints = ? WHERE import = ? AND row = ?',
  ),
  hold: db.sqlite.prepare(
    `UPDATE product_import_row SET state = 'faulty', card = NULL, batch = NULL, findings = ? WHERE import = ? AND row = ?`,
  ),
}));

/** Notes a request before it goes out, with the lines that go with it; returns its id. */
export function addBatch(db: BenchDatabase, lines: readonly ImportLine[], at: number): string {
  const id = v7();
  const [first] = lines;
  if (first === undefined) throw new RangeError('a request without lines');
  transaction(db, () => {
    statements(db).add.run(id, first.import, at, at);
    for (const line of lines) statements(db).put.run(id, 'sending', line.import, line.row);
    noteListChange(db, 'imports');
  });
  return id;
}

/** Requests of a file whose outcome is not known yet. */
export function openBatches(db: BenchDatabase, id: string): readonly ImportBatch[] {
  return statements(db).open.all(id);
}

/** Requests that were on their way when the process ended: nobody knows whether they came. */
export function loseAskedBatches(db: BenchDatabase, id: string, at: number): void {
  statements(db).lose.run(at, id);
}

/** Notes how a request stands. */
export function changeBatch(
  db: BenchDatabase,
  { id }: Pick<ImportBatch, 'id'>,
  now: Pick<ImportBatch, 'state' | 'task' | 'looks' | 'nextAt'>,
): void {
  statements(db).change.run(now.state, now.task, now.looks, now.nextAt, id);
}

/** The lines that went with a request. */
export function linesOfBatch(db: BenchDatabase, id: string): readonly ImportLine[] {
  return statements(db).of.all(id);
}

/** Lines go back to be sent, or on with a request's state. */
export function moveLines(
  db: BenchDatabase,
  lines: readonly ImportLine[],
  state: Extract<ImportRowState, 'ready' | 'taken' | 'unknown'>,
): void {
  for (const line of lines)
    statements(db).put.run(state === 'ready' ? null : line.batch, state, line.import, line.row);
  noteListChange(db, 'imports');
}

/** What the shop says of a line. `complaints` are kept as JSON. */
export function tellLine(
  db: BenchDatabase,
  line: ImportLine,
  said: { readonly state: ImportRowState; readonly productId: string | null; readonly complaints: unknown },
): void {
  const { state, productId, complaints } = said;
  statements(db).tell.run(state, productId, JSON.stringify(complaints), line.import, line.row);
  noteListChange(db, 'imports');
}

/** Holds a line back after all, with what is wrong with it. */
export function holdLine(db: BenchDatabase, line: ImportLine, findings: unknown): void {
  statements(db).hold.run(JSON.stringify(findings), line.import, line.row);
  noteListChange(db, 'imports');
}
