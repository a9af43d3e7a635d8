import type { PostingNumber, Sku } from '#domain/ids.ts';
import { type Declaration, type DeclarationKind, stillRequired } from '#domain/posting/declaration.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

type Row = { readonly sku: Sku; readonly kind: DeclarationKind; readonly value: string | null };
type StateRow = Row & { readonly state: 'needed' | 'given' };

const statements = prepareOnce((db: ReadableDatabase) => ({
  of: db.sqlite.prepare<[string], StateRow>(
    'SELECT sku, kind, state, value FROM declaration WHERE posting = ?',
  ),
  usual: db.sqlite.prepare<[string], Row>(
    'SELECT sku, kind, value FROM product_declaration WHERE sku = ? ORDER BY kind',
  ),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO declaration (posting, sku, kind, state, value, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (posting, sku, kind) DO UPDATE SET
       state = excluded.state, value = excluded.value, actor = excluded.actor, at = excluded.at
     WHERE excluded.state = 'given' OR state = 'needed'`,
  ),
  keepUsual: db.sqlite.prepare(
    `INSERT INTO product_declaration (sku, kind, value, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (sku, kind) DO UPDATE SET value = excluded.value, at = excluded.at`,
  ),
}));

/** What was given of a posting's goods, and what the shop wants besides; in no order, as sorting costs more than the rest of it. */
export function declarationsOf(db: ReadableDatabase, posting: PostingNumber): readonly StateRow[] {
  return statements(db).of.all(posting);
}

/** What was last given of a product, in any posting. */
export function usualDeclarations(db: ReadableDatabase, sku: Sku): readonly Declaration[] {
  return statements(db).usual.all(sku);
}

/** Keeps what a lead gave, for this posting and as the usual of its product. `at` in epoch ms. */
export function keepDeclaration(
  db: BenchDatabase,
  posting: PostingNumber,
  { sku, kind, value }: Declaration,
  { actor, at }: { readonly actor: string; readonly at: number },
): void {
  writes(db).keep.run(posting, sku, kind, 'given', value, actor, at);
  writes(db).keepUsual.run(sku, kind, value, at);
}

/** Notes that the shop wants something more of a product; what was given already stays given. */
export function needDeclaration(
  db: BenchDatabase,
  posting: PostingNumber,
  { sku, kind }: Pick<Declaration, 'sku' | 'kind'>,
  at: number,
): void {
  writes(db).keep.run(posting, sku, kind, 'needed', null, 'shop', at);
}

/** A posting as the shop says it, with what is still required of it after what was given here. */
export function withDeclarations(db: ReadableDatabase, posting: Posting): Posting {
  const known = declarationsOf(db, posting.number);
  return known.length === 0 ? posting : { ...posting, lines: stillRequired(posting.lines, known) };
}
