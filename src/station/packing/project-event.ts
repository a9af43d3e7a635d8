import type { SessionId } from '#domain/ids.ts';
import { evolve, openSession } from '#domain/packing/evolve.ts';
import type { Package, Session, Unit } from '#domain/packing/session.ts';
import type { SessionEvent, SessionEventOf } from '#domain/packing/session-event.ts';
import { unitNumberKey } from '#domain/scanning/unit-number.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { keepMarkingCode, releaseMarkingCode } from '../database/marking-codes.ts';
import { enqueueOutbox } from '../database/outbox.ts';
import { packagesOf, savePackage } from '../database/packages.ts';
import { getPosting } from '../database/posting-record.ts';
import { addLabelBarcodes, canBeQueued, setBenchState } from '../database/postings.ts';
import { movePrintJob } from '../database/print-jobs.ts';
import type { BenchState } from '../database/schema.ts';
import { saveSession } from '../database/sessions.ts';
import type { OutboxPayload } from '../outbox/outbox-payload.ts';
import { unitsToTell } from './units-to-tell.ts';

/** One stored event and the session before it. */
export type Projected = {
  readonly id: SessionId;
  readonly before: Session | null;
  readonly event: SessionEvent;
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
};

/**
 * Brings the tables that lists and the manifest read in step with one event, and writes what the shop must be told.
 * Part of the transaction that stores the event. Returns the session after it; null for events outside any session.
 */
export function project(db: BenchDatabase, step: Projected): Session | null {
  const { before, event } = step;
  const after = event.type === 'opened' ? openSession(event) : before && evolve(before, event);
  if (after === null) return null;
  // What is corrected afterwards moves no session: it stays closed when it was.
  if (event.type !== 'scanned' && event.type !== 'code-corrected') projectSession(db, step, after);
  projectPosting(db, event, after);
  projectMarkingCodes(db, step, after);
  projectPackages(db, step, after);
  projectPrints(db, step);
  if (event.type === 'ship-requested') oweTheShop(db, event, after, step.at);
  return after;
}

function projectSession(db: BenchDatabase, step: Projected, after: Session): void {
  const { status } = after;
  const isOver =
    status.kind === 'closed' ||
    status.kind === 'put-back' ||
    (status.kind === 'cancelled' && status.isAnswered);
  saveSession(db, {
    id: step.id,
    posting: after.posting,
    state: after.status.kind,
    packer: after.packer,
    openedAt: step.at,
    closedAt: isOver ? step.at : null,
    lastSeq: step.seq,
  });
}

const benchStateAfter: Partial<Record<SessionEvent['type'], BenchState>> = {
  opened: 'open',
  resumed: 'open',
  held: 'held',
  'put-back': 'queued',
  'cancelled-by-shop': 'stopped',
  'ship-requested': 'packed',
  shipped: 'packed',
  'relabel-opened': 'packed',
  closed: 'closed',
};

function benchStateOf(db: BenchDatabase, event: SessionEvent, session: Session): BenchState | undefined {
  // What is held, cancelled or closed stays so when the shop catches up.
  if (event.type === 'shipped' && session.status.kind !== 'open') return undefined;
  if (event.type === 'lines-changed' || event.type === 'marking-refused')
    return session.status.kind === 'open' ? 'open' : undefined;
  // Back into the queue comes only what the shop still waits for.
  const posting = event.type === 'put-back' ? getPosting(db, session.posting)?.posting : undefined;
  if (event.type === 'put-back' && (posting === undefined || !canBeQueued(posting))) return 'gone';
  return benchStateAfter[event.type];
}

function projectPosting(db: BenchDatabase, event: SessionEvent, session: Session): void {
  const state = benchStateOf(db, event, session);
  if (state !== undefined) setBenchState(db, session.posting, state);
  if (event.type === 'shipped') {
    for (const parcel of event.packages)
      addLabelBarcodes(db, session.posting, parcel.shopPosting, parcel.labelBarcodes);
  }
  if (event.type === 'label-ready') {
    const labelled = session.packages.find((parcel) => parcel.n === event.package)?.shopPosting ?? null;
    if (labelled !== null) addLabelBarcodes(db, session.posting, labelled, event.codes);
  }
}

function projectMarkingCodes(db: BenchDatabase, { id, before, event }: Projected, after: Session): void {
  if (event.type === 'unit-packed') {
    const { sku, marking, numbers = [] } = event;
    for (const code of keysOf({ marking, numbers }))
      keepMarkingCode(db, { code, posting: after.posting, sku, session: id });
  }
  if (event.type === 'code-corrected') replaceKeys(db, { id, before, event }, after);
  const isTakenOut = (unit: Unit) =>
    // After a cancellation the goods go back to the shelf, and into another posting.
    event.type === 'cancelled-by-shop' ||
    event.type === 'lines-changed' ||
    (event.type === 'marking-refused' && event.units.some((one) => one.unit === unit.id)) ||
    (event.type === 'unit-removed' && event.unit === unit.id);
  for (const unit of before?.packages.flatMap((parcel) => parcel.units) ?? [])
    if (isTakenOut(unit)) for (const code of keysOf(unit)) releaseMarkingCode(db, code, id);
}

/** The code that a unit no longer has may be another's; the new one is its own from now on. */
function replaceKeys(
  db: BenchDatabase,
  step: Pick<Projected, 'id' | 'before'> & { readonly event: SessionEventOf<'code-corrected'> },
  after: Session,
): void {
  const unitIn = (session: Session | null) =>
    session?.packages.flatMap((parcel) => parcel.units).find(({ id }) => id === step.event.unit);
  const [was, is] = [unitIn(step.before), unitIn(after)];
  if (was === undefined || is === undefined) return;
  const [old, fresh] = [keysOf(was), keysOf(is)];
  for (const code of old) if (!fresh.includes(code)) releaseMarkingCode(db, code, step.id);
  for (const code of fresh)
    if (!old.includes(code))
      keepMarkingCode(db, { code, posting: after.posting, sku: is.sku, session: step.id });
}

/** What names this unit and no other. */
function keysOf({ marking, numbers }: Pick<Unit, 'marking' | 'numbers'>): string[] {
  return [...(marking === null ? [] : [marking.unit]), ...numbers.map(unitNumberKey)];
}

/** The packer's scan proves a print; a reprint on a person's word makes the paper before it waste. */
function projectPrints(db: BenchDatabase, { before, event, at }: Projected): void {
  if (event.type !== 'label-verified' && event.type !== 'reprint-asked') return;
  const label = before?.packages.find((parcel) => parcel.n === event.package)?.label;
  if (label === undefined || !('job' in label)) return;
  movePrintJob(db, label.job, event.type === 'label-verified' ? 'verified' : 'spoiled', at);
}

const packageEvents: ReadonlySet<SessionEvent['type']> = new Set([
  'package-packed',
  'shipped',
  'interim-chosen',
  'label-verified',
  'closed',
  'cancelled-by-shop',
  'lines-changed',
  'marking-refused',
]);

function projectPackages(db: BenchDatabase, { id, event, at }: Projected, after: Session): void {
  if (!packageEvents.has(event.type)) return;
  const known = packagesOf(db, id);
  for (const row of known)
    if (!after.packages.some((parcel) => parcel.n === row.n && parcel.isPacked))
      savePackage(db, { ...row, state: 'void' });
  for (const parcel of after.packages.filter((candidate) => candidate.isPacked)) {
    const row = known.find((candidate) => candidate.n === parcel.n);
    const isThis = event.type === 'package-packed' && event.package === parcel.n;
    const packed = isThis
      ? {
          carton: event.carton,
          expectedG: event.expectedG,
          weightG: event.weightG,
          packer: after.packer,
          packedAt: at,
        }
      : row;
    if (packed === undefined) continue;
    savePackage(db, {
      session: id,
      n: parcel.n,
      posting: after.posting,
      units: parcel.units.length,
      state: stateOf(after, parcel),
      shopPosting: parcel.shopPosting,
      interim: parcel.isInterim,
      carton: packed.carton,
      expectedG: packed.expectedG,
      weightG: packed.weightG,
      packer: packed.packer,
      packedAt: packed.packedAt,
    });
  }
}

function stateOf(session: Session, parcel: Package): 'packed' | 'labelled' | 'closed' | 'void' {
  if (session.status.kind === 'cancelled') return 'void';
  if (session.status.kind === 'closed') return 'closed';
  return parcel.label.state === 'verified' ? 'labelled' : 'packed';
}

/** What it must know of the units goes first: the shop refuses to ship without them, and one subject's rows keep their order. */
function oweTheShop(
  db: BenchDatabase,
  event: SessionEventOf<'ship-requested'>,
  session: Session,
  at: number,
): void {
  const units = unitsToTell(db, session);
  if (units.length > 0) owe(db, session, { kind: 'markings', units }, at);
  owe(db, session, { kind: 'ship', packages: event.packages }, at);
}

function owe(db: BenchDatabase, session: Session, payload: OutboxPayload, at: number): void {
  const { shop, posting: subject } = session;
  enqueueOutbox(db, { kind: payload.kind, shop, subject, payload, at });
}
