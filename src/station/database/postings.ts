import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PostingNumber, Sku } from '#domain/ids.ts';
import { missingAtShop, type Posting, type PostingStatus } from '#domain/posting/posting.ts';
import type { BenchDatabase } from './bench-database.ts';
import { withDeclarations } from './declarations.ts';
import { neverDue, traitsFrom } from './posting-record.ts';
import { prepareOnce } from './prepare-once.ts';
import type { BenchState } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** What a posting from the shop changed here. `before` is what the bench knew until now. */
export type PostingChange =
  | { readonly kind: 'same' | 'new'; readonly number: PostingNumber }
  | { readonly kind: 'changed'; readonly number: PostingNumber; readonly before: PostingBefore };

export type PostingBefore = {
  readonly status: PostingStatus;
  readonly shopStatus: string;
  readonly cutoffAt: number | null;
  readonly benchState: BenchState;
};

type KnownLine = { readonly sku: Sku; readonly quantity: number; readonly requires: string };
type KnownRow = PostingBefore & { readonly digest: string; readonly traits: string };

const statements = prepareOnce((db: BenchDatabase) => ({
  known: db.sqlite.prepare<[string], KnownRow>(
    `SELECT digest, traits, status, shop_status AS shopStatus, cutoff_at AS cutoffAt, bench_state AS benchState
     FROM posting WHERE number = ?`,
  ),
  insert: db.sqlite.prepare(
    `INSERT INTO posting (shop, status, shop_status, cutoff_at, delivery_method_id, delivery_method, warehouse,
       is_express, substatus, offers, traits, company, bench_state, digest, changed_at, number, first_seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  update: db.sqlite.prepare(
    `UPDATE posting SET shop = ?, status = ?, shop_status = ?, cutoff_at = ?, delivery_method_id = ?,
       delivery_method = ?, warehouse = ?, is_express = ?, substatus = ?, offers = ?, traits = ?, company = ?,
       bench_state = ?, digest = ?, changed_at = ?
     WHERE number = ?`,
  ),
  setBenchState: db.sqlite.prepare('UPDATE posting SET bench_state = ? WHERE number = ?'),
  lines: db.sqlite.prepare<[string], KnownLine>(
    'SELECT sku, quantity, requires FROM line WHERE posting = ? ORDER BY n',
  ),
  deleteLines: db.sqlite.prepare('DELETE FROM line WHERE posting = ?'),
  insertLine: db.sqlite.prepare(
    'INSERT INTO line (posting, n, sku, quantity, requires) VALUES (?, ?, ?, ?, ?)',
  ),
  insertBarcode: db.sqlite.prepare(
    'INSERT INTO label_barcode (barcode, posting, shop_posting) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  enqueueSku: db.sqlite.prepare(
    'INSERT INTO queue_line (sku, due_at, posting) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  dequeueSku: db.sqlite.prepare('DELETE FROM queue_line WHERE sku = ? AND due_at = ? AND posting = ?'),
}));

/**
 * Takes over what the shop says of postings; part of the caller's transaction. The same posting again costs one read
 * and changes nothing. While nobody at this bench has begun a posting it is `queued` when the shop wants it packed and
 * wants nothing filled in before, and `gone` otherwise; from then on its bench state is the bench's own affair. Label barcodes are only ever added: a label
 * that was printed once can still be scanned.
 */
export function upsertPostings(
  db: BenchDatabase,
  postings: readonly Posting[],
  at: number,
): readonly PostingChange[] {
  requireTransaction(db, 'taking over postings');
  return postings.map((posting) => upsertPosting(db, posting, at));
}

/** Does the shop wait for it, and for nothing before? */
export function canBeQueued(posting: Posting): boolean {
  return posting.status === 'to-pack' && missingAtShop(posting).length === 0;
}

/** Moves a posting at this bench, into the queue or out of it. False when the bench does not know the posting. */
export function setBenchState(db: BenchDatabase, number: PostingNumber, state: BenchState): boolean {
  requireTransaction(db, 'moving a posting');
  const { known, lines, setBenchState: set } = statements(db);
  const before = known.get(number);
  if (before === undefined) return false;
  if (before.benchState === state) return true;
  const place = { number, cutoffAt: before.cutoffAt, lines: lines.all(number) };
  if (before.benchState === 'queued') dequeue(db, place);
  set.run(state, number);
  if (state === 'queued') enqueue(db, place);
  return true;
}

/**
 * Notes what can be scanned off the label of one of a posting's packages. `shopPosting` is the number that the shop
 * gave this package; the bench finds the posting by it.
 */
export function addLabelBarcodes(
  db: BenchDatabase,
  posting: PostingNumber,
  shopPosting: PostingNumber,
  barcodes: readonly string[],
): void {
  for (const barcode of barcodes) statements(db).insertBarcode.run(barcode, posting, shopPosting);
}

function upsertPosting(db: BenchDatabase, said: Posting, at: number): PostingChange {
  const { known, insert } = statements(db);
  const { number } = said;
  const row = known.get(number);
  // Of a posting that was never here nothing can have been given or left unsaid.
  const posting = row === undefined ? said : withUnsaid(withDeclarations(db, said), row.traits);
  const digest = digestOf(posting);
  if (row?.digest === digest) return { kind: 'same', number };
  const benchState = nextBenchState(row?.benchState ?? null, posting);
  const columns = columnsOf(posting, benchState, digest, at);
  if (row === undefined) {
    insert.run(...columns, number, at);
    insertLines(db, number, linesOf(posting));
    if (benchState === 'queued') enqueue(db, posting);
  } else change(db, row, { posting, benchState, columns });
  addLabelBarcodes(db, number, number, posting.labelBarcodes);
  if (row === undefined) return { kind: 'new', number };
  const { digest: _, traits: __, ...before } = row;
  return { kind: 'changed', number, before };
}

type Changed = {
  readonly posting: Posting;
  readonly benchState: BenchState;
  readonly columns: ReturnType<typeof columnsOf>;
};

/** Writes only what has changed: after an outage most postings have another status, and the same goods. */
function change(db: BenchDatabase, row: KnownRow, { posting, benchState, columns }: Changed): void {
  const { lines, update, deleteLines } = statements(db);
  const { number, cutoffAt } = posting;
  const before = lines.all(number);
  const after = linesOf(posting);
  const areSameGoods = isDeepStrictEqual(before, after);
  const wasQueued = row.benchState === 'queued';
  const isSamePlace = areSameGoods && wasQueued && benchState === 'queued' && row.cutoffAt === cutoffAt;
  if (wasQueued && !isSamePlace) dequeue(db, { number, cutoffAt: row.cutoffAt, lines: before });
  update.run(...columns, number);
  if (!areSameGoods) {
    deleteLines.run(number);
    insertLines(db, number, after);
  }
  if (benchState === 'queued' && !isSamePlace) enqueue(db, posting);
}

/** What a reading does not speak of stays as it was known. */
function withUnsaid(posting: Posting, known: string): Posting {
  const { handling } = posting;
  if (handling.unsaid.length === 0) return posting;
  const kept = traitsFrom(known).filter((trait) => handling.unsaid.includes(trait));
  return { ...posting, handling: { ...handling, traits: [...handling.traits, ...kept] } };
}

function linesOf(posting: Posting): readonly KnownLine[] {
  return posting.lines.map(({ sku, quantity, requires }) => ({
    ...{ sku, quantity },
    requires: JSON.stringify(requires),
  }));
}

function insertLines(db: BenchDatabase, number: PostingNumber, lines: readonly KnownLine[]): void {
  for (const [i, { sku, quantity, requires }] of lines.entries())
    statements(db).insertLine.run(number, i + 1, sku, quantity, requires);
}

/** Where a posting stands in the queue: at its cutoff, once for each product that it needs. */
type QueuePlace = Pick<Posting, 'number' | 'cutoffAt'> & {
  readonly lines: readonly Pick<KnownLine, 'sku'>[];
};

function enqueue(db: BenchDatabase, { number, cutoffAt, lines }: QueuePlace): void {
  for (const { sku } of lines) statements(db).enqueueSku.run(sku, cutoffAt ?? neverDue, number);
}

function dequeue(db: BenchDatabase, { number, cutoffAt, lines }: QueuePlace): void {
  for (const { sku } of lines) statements(db).dequeueSku.run(sku, cutoffAt ?? neverDue, number);
}

function nextBenchState(before: BenchState | null, posting: Posting): BenchState {
  if (before !== null && before !== 'queued' && before !== 'gone') return before;
  return canBeQueued(posting) ? 'queued' : 'gone';
}

function columnsOf(posting: Posting, benchState: BenchState, digest: string, at: number) {
  const { shop, status, shopStatus, cutoffAt, deliveryMethod, isExpress, handling } = posting;
  const { id, name, warehouse } = deliveryMethod;
  const { substatus, offers, traits, company } = handling;
  return [
    ...[shop, status, shopStatus, cutoffAt, id, name, warehouse, isExpress ? 1 : 0],
    ...[
      substatus,
      offers === null ? null : JSON.stringify(offers),
      JSON.stringify([...traits].sort()),
      company,
    ],
    ...[benchState, digest, at],
  ];
}

function digestOf({
  shop,
  status,
  shopStatus,
  cutoffAt,
  lines,
  deliveryMethod,
  labelBarcodes,
  isExpress,
  handling,
}: Posting) {
  const said = [
    [shop, status, shopStatus, cutoffAt, isExpress],
    [deliveryMethod.id, deliveryMethod.name, deliveryMethod.warehouse],
    lines.map(({ sku, quantity, requires }) => [sku, quantity, requires]),
    labelBarcodes,
    [handling.substatus, handling.offers, [...handling.traits].sort(), handling.company],
  ];
  return hash('sha256', JSON.stringify(said), 'base64url');
}
