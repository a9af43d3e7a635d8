import { v7 } from 'uuid';
import type { CheckedRow } from '#domain/catalogue/check-row.ts';
import type { SheetRow } from '#domain/catalogue/sheet-column.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { noteListChange } from './list-changes.ts';
import { prepareOnce } from './prepare-once.ts';
import type { ImportRowState, productImport, productImportRow } from './schema.ts';
import { transaction } from './transaction.ts';

/** One file that was given. `columns` and `ignored` are JSON; times are epoch ms. */
export type ImportRow = Readonly<typeof productImport.$inferSelect>;
/** One of its lines. `cells`, `card`, `findings` and `complaints` are JSON. */
export type ImportLine = Readonly<typeof productImportRow.$inferSelect>;

const COLUMNS = `id, shop, category_id AS categoryId, type_id AS typeId, type_name AS typeName, file_name AS fileName,
  columns, ignored, actor, created_at AS createdAt, state, started_at AS startedAt, ended_at AS endedAt,
  wait_until AS waitUntil, waits_for AS waitsFor`;
const LINE = `import, row, article, name, cells, card, findings, state, batch, product_id AS productId, complaints`;

const statements = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO product_import (id, shop, category_id, type_id, type_name, file_name, columns, ignored, actor, created_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'checked')`,
  ),
  addLine: db.sqlite.prepare(
    `INSERT INTO product_import_row (import, row, article, name, cells, card, findings, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  get: db.sqlite.prepare<[string], ImportRow>(`SELECT ${COLUMNS} FROM product_import WHERE id = ?`),
  list: db.sqlite.prepare<[string], ImportRow>(
    `SELECT ${COLUMNS} FROM product_import WHERE shop = ? ORDER BY created_at DESC, id DESC LIMIT 50`,
  ),
  running: db.sqlite.prepare<[string], ImportRow>(
    `SELECT ${COLUMNS} FROM product_import WHERE shop = ? AND state = 'running' ORDER BY started_at, id`,
  ),
  counts: db.sqlite.prepare<[string], { state: ImportRowState; n: number }>(
    'SELECT state, count(*) AS n FROM product_import_row WHERE import = ? GROUP BY state',
  ),
  start: db.sqlite.prepare(
    `UPDATE product_import SET state = 'running', started_at = ? WHERE id = ? AND state = 'checked'`,
  ),
  end: db.sqlite.prepare(
    `UPDATE product_import SET state = 'done', ended_at = ?, wait_until = NULL, waits_for = NULL WHERE id = ?`,
  ),
  wait: db.sqlite.prepare('UPDATE product_import SET wait_until = ?, waits_for = ? WHERE id = ?'),
  leave: db.sqlite.prepare(
    `UPDATE product_import_row SET state = 'left' WHERE import = ? AND state = 'ready'`,
  ),
}));

/** Keeps a checked file with all its lines; returns its id. */
export function addImport(
  db: BenchDatabase,
  file: Pick<
    ImportRow,
    'shop' | 'categoryId' | 'typeId' | 'typeName' | 'fileName' | 'actor' | 'createdAt'
  > & {
    readonly columns: unknown;
    readonly ignored: readonly string[];
  },
  lines: readonly { readonly sheet: SheetRow; readonly checked: CheckedRow }[],
): string {
  const id = v7();
  transaction(db, () => {
    const { add, addLine } = statements(db);
    add.run(
      ...[
        id,
        file.shop,
        file.categoryId,
        file.typeId,
        file.typeName,
        file.fileName,
        JSON.stringify(file.columns),
      ],
      ...[JSON.stringify(file.ignored), file.actor, file.createdAt],
    );
    for (const { sheet, checked } of lines) {
      const { card, findings } = checked;
      addLine.run(
        ...[
          id,
          sheet.row,
          sheet.cells.get('article')?.slice(0, 200) ?? '',
          sheet.cells.get('name')?.slice(0, 500) ?? '',
        ],
        ...[JSON.stringify([...sheet.cells]), card === null ? null : JSON.stringify(card)],
        ...[JSON.stringify(findings), card === null ? 'faulty' : 'ready'],
      );
    }
    noteListChange(db, 'imports');
  });
  return id;
}

/** One file; null where there is none of that id. */
export function getImport(db: BenchDatabase, id: string): ImportRow | null {
  return statements(db).get.get(id) ?? null;
}

/** The newest files of a shop, fifty at most. */
export function listImports(db: BenchDatabase, shop: ShopId): readonly ImportRow[] {
  return statements(db).list.all(shop);
}

/** The files of a shop that are being sent or waited for, oldest first. */
export function runningImports(db: BenchDatabase, shop: ShopId): readonly ImportRow[] {
  return statements(db).running.all(shop);
}

/** How many lines of a file are in each state; states without one are absent. */
export function countLines(db: BenchDatabase, id: string): ReadonlyMap<ImportRowState, number> {
  return new Map(
    statements(db)
      .counts.all(id)
      .map(({ state, n }) => [state, n]),
  );
}

/** Lines of a file in one of several states, in their order. */
export function linesOf(
  db: BenchDatabase,
  id: string,
  states: readonly ImportRowState[],
  page: { readonly limit: number; readonly offset: number },
): readonly ImportLine[] {
  const marks = states.map(() => '?').join(', ');
  return db.sqlite
    .prepare<(string | number)[], ImportLine>(
      `SELECT ${LINE} FROM product_import_row WHERE import = ? AND state IN (${marks}) ORDER BY row LIMIT ? OFFSET ?`,
    )
    .all(id, ...states, page.limit, page.offset);
}

/** A person has it sent; false where that was done already. `at` is epoch ms. */
export function startImport(db: BenchDatabase, id: string, at: number): boolean {
  noteListChange(db, 'imports');
  return statements(db).start.run(at, id).changes === 1;
}

/** Everything that could be done with a file is done. */
export function endImport(db: BenchDatabase, id: string, at: number): void {
  noteListChange(db, 'imports');
  statements(db).end.run(at, id);
}

/** Nothing more of a file is sent until then, and why; null ends the waiting. */
export function waitWithImport(
  db: BenchDatabase,
  id: string,
  until: number | null,
  why: string | null,
): void {
  noteListChange(db, 'imports');
  statements(db).wait.run(until, why, id);
}

/** What was not sent yet stays unsent, on a person's word. */
export function leaveRest(db: BenchDatabase, id: string): void {
  noteListChange(db, 'imports');
  statements(db).leave.run(id);
}
