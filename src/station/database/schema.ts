import type { CardId } from '#domain/catalogue/listed-card.ts';
import type { CartonCode, PostingNumber, SessionId, ShopId, Sku } from '#domain/ids.ts';
import { shopLabelSizes } from '#domain/labels/label-size.ts';
import type { PostingStatus } from '#domain/posting/posting.ts';
import { blob, integer, primaryKey, real, sql, sqliteTable, text } from './drizzle.ts';

/** The tables as typed for queries; their rules (checks, triggers, indexes) are in `resources/migrations`. */

/** Where a posting stands at this bench. `gone`: nothing for this bench to do, in the shop's present word. */
export const benchStates = ['queued', 'open', 'held', 'packed', 'closed', 'stopped', 'gone'] as const;
export type BenchState = (typeof benchStates)[number];

export const sessionStates = ['open', 'held', 'cancelled', 'put-back', 'closed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** `void`: taken apart again. `labelled`: a label was sent; `closed`: the packer scanned it. */
export const packageStates = ['open', 'packed', 'labelled', 'closed', 'void'] as const;
export type PackageState = (typeof packageStates)[number];

export const printKinds = ['label', 'interim', 'document'] as const;
export type PrintKind = (typeof printKinds)[number];

export const printStates = ['queued', 'sending', 'sent', 'verified', 'doubtful', 'spoiled'] as const;
export type PrintState = (typeof printStates)[number];

export const outboxStates = ['ready', 'sending', 'done', 'parked', 'unknown'] as const;
export type OutboxState = (typeof outboxStates)[number];

export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const event = sqliteTable('event', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  session: text('session').$type<SessionId>(),
  posting: text('posting').$type<PostingNumber>(),
  type: text('type').notNull(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  data: text('data').notNull(),
  prevHash: blob('prev_hash', { mode: 'buffer' }).notNull(),
  hash: blob('hash', { mode: 'buffer' }).notNull(),
});

export const posting = sqliteTable('posting', {
  number: text('number').$type<PostingNumber>().primaryKey(),
  shop: text('shop').$type<ShopId>().notNull(),
  status: text('status').$type<PostingStatus>().notNull(),
  shopStatus: text('shop_status').notNull(),
  cutoffAt: integer('cutoff_at'),
  dueAt: integer('due_at')
    .notNull()
    .generatedAlwaysAs(sql`coalesce(cutoff_at, 9007199254740991)`, { mode: 'virtual' }),
  deliveryMethodId: text('delivery_method_id').notNull(),
  deliveryMethod: text('delivery_method').notNull(),
  warehouse: text('warehouse').notNull(),
  isExpress: integer('is_express', { mode: 'boolean' }).notNull(),
  benchState: text('bench_state', { enum: benchStates }).notNull(),
  digest: text('digest').notNull(),
  firstSeenAt: integer('first_seen_at').notNull(),
  changedAt: integer('changed_at').notNull(),
  substatus: text('substatus').notNull().default(''),
  offers: text('offers'),
  traits: text('traits').notNull().default('[]'),
  company: text('company').notNull().default(''),
});

export const line = sqliteTable(
  'line',
  {
    posting: text('posting').$type<PostingNumber>().notNull(),
    n: integer('n').notNull(),
    sku: text('sku').$type<Sku>().notNull(),
    quantity: integer('quantity').notNull(),
    requires: text('requires').notNull(),
  },
  (table) => [primaryKey({ columns: [table.posting, table.n] })],
);

export const labelBarcode = sqliteTable(
  'label_barcode',
  {
    barcode: text('barcode').notNull(),
    posting: text('posting').$type<PostingNumber>().notNull(),
    shopPosting: text('shop_posting').$type<PostingNumber>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.barcode, table.posting, table.shopPosting] })],
);

export const queueLine = sqliteTable(
  'queue_line',
  {
    sku: text('sku').$type<Sku>().notNull(),
    dueAt: integer('due_at').notNull(),
    posting: text('posting').$type<PostingNumber>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sku, table.dueAt, table.posting] })],
);

export const postingCount = sqliteTable('posting_count', {
  benchState: text('bench_state', { enum: benchStates }).primaryKey(),
  postings: integer('postings').notNull(),
});

export const queueCutoff = sqliteTable('queue_cutoff', {
  dueAt: integer('due_at').primaryKey(),
  postings: integer('postings').notNull(),
});

export const setAside = sqliteTable('set_aside', {
  subject: text('subject').primaryKey(),
  reason: text('reason').notNull(),
  raw: text('raw').notNull(),
  seenAt: integer('seen_at').notNull(),
});

export const product = sqliteTable('product', {
  sku: text('sku').$type<Sku>().primaryKey(),
  offerId: text('offer_id').notNull(),
  name: text('name').notNull(),
  barcodes: text('barcodes').notNull(),
  sizeMm: text('size_mm'),
  weightG: real('weight_g'),
  pictureUrl: text('picture_url'),
  upright: text('upright', { enum: ['any', 'keep'] }).notNull(),
  fragile: integer('fragile', { mode: 'boolean' }).notNull(),
  digest: text('digest').notNull(),
  changedAt: integer('changed_at').notNull(),
  shop: text('shop').$type<ShopId>(),
});

export const productBarcode = sqliteTable(
  'product_barcode',
  { barcode: text('barcode').notNull(), sku: text('sku').$type<Sku>().notNull() },
  (table) => [primaryKey({ columns: [table.barcode, table.sku] })],
);

export const session = sqliteTable('session', {
  id: text('id').$type<SessionId>().primaryKey(),
  posting: text('posting').$type<PostingNumber>().notNull(),
  state: text('state', { enum: sessionStates }).notNull(),
  packer: text('packer').notNull(),
  openedAt: integer('opened_at').notNull(),
  closedAt: integer('closed_at'),
  lastSeq: integer('last_seq').notNull(),
});

export const parcel = sqliteTable(
  'package',
  {
    session: text('session').$type<SessionId>().notNull(),
    n: integer('n').notNull(),
    posting: text('posting').$type<PostingNumber>().notNull(),
    carton: text('carton').$type<CartonCode>(),
    units: integer('units').notNull(),
    expectedG: real('expected_g'),
    weightG: real('weight_g'),
    state: text('state', { enum: packageStates }).notNull(),
    packer: text('packer').notNull(),
    packedAt: integer('packed_at'),
    shopPosting: text('shop_posting').$type<PostingNumber>(),
    interim: integer('interim', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.session, table.n] })],
);

export const markingCode = sqliteTable('marking_code', {
  code: text('code').primaryKey(),
  posting: text('posting').$type<PostingNumber>().notNull(),
  sku: text('sku').$type<Sku>().notNull(),
  session: text('session').$type<SessionId>().notNull(),
});

export const label = sqliteTable('label', {
  posting: text('posting').$type<PostingNumber>().primaryKey(),
  pdfFile: text('pdf_file').notNull(),
  sha256: text('sha256').notNull(),
  fetchedAt: integer('fetched_at').notNull(),
  preparedFile: text('prepared_file'),
  preparedSha256: text('prepared_sha256'),
  codes: text('codes').notNull().default('[]'),
  size: text('size', { enum: shopLabelSizes }).notNull().default('big'),
  readsWhenWorn: integer('reads_when_worn', { mode: 'boolean' }).notNull().default(true),
  page: integer('page'),
});

export const printJob = sqliteTable('print_job', {
  id: text('id').primaryKey(),
  posting: text('posting').$type<PostingNumber>(),
  packageN: integer('package_n'),
  kind: text('kind', { enum: printKinds }).notNull(),
  copy: integer('copy').notNull(),
  state: text('state', { enum: printStates }).notNull(),
  bytesFile: text('bytes_file').notNull(),
  bytesSha256: text('bytes_sha256').notNull(),
  createdAt: integer('created_at').notNull(),
  sentAt: integer('sent_at'),
  reason: text('reason'),
  printer: text('printer').notNull().default('label-printer'),
});

export const outbox = sqliteTable('outbox', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  id: text('id').notNull(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  payload: text('payload').notNull(),
  payloadHash: text('payload_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAttemptAt: integer('next_attempt_at').notNull(),
  state: text('state', { enum: outboxStates }).notNull().default('ready'),
  lastError: text('last_error'),
  createdAt: integer('created_at').notNull(),
  doneAt: integer('done_at'),
  sentAt: integer('sent_at'),
  takenAt: integer('taken_at'),
  sends: integer('sends').notNull().default(0),
  failures: integer('failures').notNull().default(0),
  retriedAt: integer('retried_at'),
  shop: text('shop').$type<ShopId>().notNull(),
});

export const task = sqliteTable('task', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
  createdAt: integer('created_at').notNull(),
  resolvedAt: integer('resolved_at'),
  resolvedBy: text('resolved_by'),
  resolution: text('resolution'),
});

export const handedOver = sqliteTable('handed_over', {
  posting: text('posting').$type<PostingNumber>().primaryKey(),
  handover: text('handover').notNull(),
  at: integer('at').notNull(),
});

export const sscc = sqliteTable('sscc', {
  sscc: text('sscc').primaryKey(),
  posting: text('posting').$type<PostingNumber>().notNull(),
  package: integer('package').notNull(),
  serial: integer('serial').notNull(),
  givenAt: integer('given_at').notNull(),
});

export const buyerRequestKinds = ['cancellation', 'return'] as const;
export type BuyerRequestKind = (typeof buyerRequestKinds)[number];

export const buyerRequest = sqliteTable(
  'buyer_request',
  {
    shop: text('shop').$type<ShopId>().notNull(),
    kind: text('kind', { enum: buyerRequestKinds }).notNull(),
    id: text('id').notNull(),
    posting: text('posting').notNull(),
    detail: text('detail').notNull(),
    askedAt: integer('asked_at'),
    decidesAt: integer('decides_at'),
    task: text('task').notNull(),
    firstSeenAt: integer('first_seen_at').notNull(),
    settledAt: integer('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.shop, table.kind, table.id] })],
);
export const acceptanceLimits = sqliteTable('acceptance_limits', {
  posting: text('posting').$type<PostingNumber>().primaryKey(),
  limits: text('limits'),
  askedAt: integer('asked_at').notNull(),
});

export const postingStep = sqliteTable(
  'posting_step',
  {
    posting: text('posting').$type<PostingNumber>().notNull(),
    n: integer('n').notNull(),
    word: text('word').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.posting, table.n] })],
);

export const shopActionKinds = [
  'cancel',
  'cancel-units',
  'split',
  'ship-part',
  'correct-code',
  'agree-cancellation',
  'decline-cancellation',
  'tracking-number',
  'delivering',
  'last-mile',
  'delivered',
  'return-action',
  'cutoff',
  'timeslot',
  'pick-up-code',
  'renew-return-code',
] as const;
export const shopActionOutcomes = ['asked', 'done', 'refused', 'unknown'] as const;

export const shopAction = sqliteTable('shop_action', {
  id: text('id').primaryKey(),
  posting: text('posting').$type<PostingNumber>().notNull(),
  kind: text('kind', { enum: shopActionKinds }).notNull(),
  detail: text('detail').notNull(),
  actor: text('actor').notNull(),
  askedAt: integer('asked_at').notNull(),
  outcome: text('outcome', { enum: shopActionOutcomes }).notNull().default('asked'),
  words: text('words'),
});

export const catalogueCard = sqliteTable(
  'catalogue_card',
  {
    shop: text('shop').$type<ShopId>().notNull(),
    id: text('id').$type<CardId>().notNull(),
    sku: text('sku').$type<Sku>(),
    name: text('name').notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
    status: text('status').notNull(),
    problems: text('problems').notNull(),
    words: text('words').notNull(),
    card: text('card').notNull(),
    reading: integer('reading').notNull(),
    readAt: integer('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shop, table.id] })],
);

export const catalogueBarcode = sqliteTable(
  'catalogue_barcode',
  {
    shop: text('shop').$type<ShopId>().notNull(),
    barcode: text('barcode').notNull(),
    card: text('card').$type<CardId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.shop, table.barcode, table.card] })],
);

export const catalogueReading = sqliteTable('catalogue_reading', {
  shop: text('shop').$type<ShopId>().primaryKey(),
  reading: integer('reading').notNull(),
  begunAt: integer('begun_at').notNull(),
  endedAt: integer('ended_at'),
  wholeAt: integer('whole_at'),
  isArchivedPart: integer('is_archived_part', { mode: 'boolean' }).notNull(),
  cursor: text('cursor'),
  cards: integer('cards').notNull(),
  unread: integer('unread').notNull(),
  total: integer('total'),
});

export * from './chat-schema.ts';
export * from './declaration-schema.ts';
export * from './handover-schema.ts';
export * from './product-import-schema.ts';
export * from './return-schema.ts';
export const productChangeKinds = ['barcode', 'make-barcode', 'stock', 'price'] as const;
export const productChangeOutcomes = [
  'waiting',
  'sending',
  'done',
  'refused',
  'unknown',
  'replaced',
] as const;

export const productChange = sqliteTable('product_change', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  shop: text('shop').$type<ShopId>().notNull(),
  card: text('card').$type<CardId>().notNull(),
  offer: text('offer').notNull(),
  kind: text('kind', { enum: productChangeKinds }).notNull(),
  warehouse: text('warehouse').notNull(),
  wanted: text('wanted').notNull(),
  seen: text('seen'),
  actor: text('actor').notNull(),
  askedAt: integer('asked_at').notNull(),
  outcome: text('outcome', { enum: productChangeOutcomes }).notNull(),
  words: text('words'),
  attempts: integer('attempts').notNull().default(0),
  nextAt: integer('next_at').notNull(),
  sentAt: integer('sent_at'),
  endedAt: integer('ended_at'),
});
