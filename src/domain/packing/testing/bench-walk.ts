import { CartonCode, PostingNumber, Sku } from '../../ids.ts';
import { expectedWeightG } from '../expected-weight.ts';
import type { PackingContext } from '../packing-context.ts';
import type { ScanMeaning } from '../scan-meaning.ts';
import {
  contentsOf,
  currentPackage,
  hasRoomFor,
  packageAwaitingLabel,
  phaseOf,
  remaining,
  type Session,
} from '../session.ts';
import type { SessionEvent } from '../session-event.ts';
import { type BenchRun, startRun } from './bench-run.ts';
import { control, lead, postingScan, productScan, sampleContext, samplePosting } from './sample-bench.ts';

/** One thing that happens at a bench; `right` and `next` mean whatever is right or next where the posting stands. */
export type Step =
  | { readonly do: 'right' }
  | { readonly do: 'scan'; readonly meaning: ScanMeaning }
  | { readonly do: 'right-item' }
  | { readonly do: 'weigh'; readonly weightG: number | 'right' }
  | { readonly do: 'lead-badge' }
  | { readonly do: 'right-label' }
  | { readonly do: 'next-of-station'; readonly printer: 'label-sent' | 'label-not-sent' | 'label-doubtful' }
  | { readonly do: 'cancel' };

const number = samplePosting().number;

/** A bench on which the sample posting is packed step by step; every step is decided as the station decides it. */
export type BenchWalk = {
  readonly run: BenchRun;
  /** Takes one step and answers the events that came of it. */
  take(step: Step): readonly SessionEvent[];
};

/** Opens the sample posting at a bench in memory. */
export function startWalk(): BenchWalk {
  const run = startRun();
  run.scan(postingScan(number), sampleContext());
  return {
    run,
    take(step) {
      const known = run.events.length;
      takeStep(run, step);
      return run.events.slice(known);
    },
  };
}

/** The context of a scan here: its number opens the sample posting where it stands, a product only while it is queued. */
function contextOf(session: Session | null): PackingContext {
  const posting = samplePosting(session?.status.kind === 'cancelled' ? { status: 'cancelled' } : {});
  const isQueued = session === null || session.status.kind === 'put-back';
  const target = { posting, last: session, canRelabel: false };
  return sampleContext({ targetOf: (key) => (key.by === 'posting' || isQueued ? target : null) });
}

function takeStep(run: BenchRun, step: Step): void {
  const { session } = run;
  const context = contextOf(session);
  switch (step.do) {
    case 'right': {
      const next = session === null ? null : rightStep(session);
      if (next !== null) takeStep(run, next);
      return;
    }
    case 'scan':
      run.scan(step.meaning, context);
      return;
    case 'right-item': {
      const sku = session === null ? null : rightItem(session);
      if (sku !== null) run.scan(productScan(sku), context);
      return;
    }
    case 'weigh': {
      const weightG = step.weightG === 'right' ? rightWeightG(session, context) : step.weightG;
      if (session !== null && weightG !== null) run.weigh(weightG, context);
      return;
    }
    case 'lead-badge':
      run.scan({ kind: 'badge', actor: lead, text: 'PB-BADGE-L1' }, context);
      return;
    case 'right-label': {
      const text = session === null ? null : rightLabel(session);
      if (text !== null) run.scan({ kind: 'posting', posting: number, text }, context);
      return;
    }
    case 'next-of-station':
      if (session !== null) run.happen(...nextOfStation(session, step.printer));
      return;
    case 'cancel':
      if (session?.status.kind === 'open') run.happen({ type: 'cancelled-by-shop' });
  }
}

function rightItem(session: Session): Sku | null {
  const parcel = currentPackage(session);
  if (phaseOf(session) !== 'scanning' || parcel === null) return null;
  return remaining(session).find(({ sku }) => hasRoomFor(parcel, sku))?.sku ?? null;
}

function rightWeightG(session: Session | null, context: PackingContext): number | null {
  const parcel = session === null ? null : currentPackage(session);
  return parcel === null ? null : expectedWeightG(parcel, context);
}

function rightLabel(session: Session): string | null {
  return packageAwaitingLabel(session)?.labelBarcodes[0] ?? null;
}

/** What planner, shop, label desk and printer do next, all of them without a person. */
function nextOfStation(
  session: Session,
  printer: 'label-sent' | 'label-not-sent' | 'label-doubtful',
): SessionEvent[] {
  if (session.status.kind !== 'open') return [];
  if (!session.isPlanned) return [planFor(session)];
  if (session.isShipRequested && !session.isShipped) {
    const packages = session.packages.map(({ n }) => ({
      n,
      shopPosting: PostingNumber.parse(`70000001-0003-${n}`),
      labelBarcodes: [`%101%${n}`],
    }));
    return [{ type: 'shipped', packages }];
  }
  const parcel = packageAwaitingLabel(session);
  if (!session.isShipped || parcel === null) return [];
  const of = { package: parcel.n };
  switch (parcel.label.state) {
    case 'none':
      return [{ type: 'label-ready', ...of, sha256: 'a', codes: [...parcel.labelBarcodes] }];
    case 'ready':
      return [
        { type: 'label-queued', ...of, job: `j${parcel.copies}`, copy: parcel.copies + 1, interim: false },
      ];
    case 'queued':
      return printer === 'label-sent'
        ? [{ type: 'label-sent', ...of, job: parcel.label.job, confirmed: true }]
        : [{ type: printer, ...of, job: parcel.label.job, reason: 'timeout' }];
    default:
      return [];
  }
}

/** Everything that is open in carton S, in one package for every two units. */
function planFor(session: Session): SessionEvent {
  const open = session.packages.filter((parcel) => !parcel.isPacked && !parcel.isSplit);
  const units = [...open.flatMap(contentsOf), ...remaining(session)].flatMap(({ sku, quantity }) =>
    Array.from({ length: quantity }, () => sku),
  );
  const packages = [units.slice(0, 2), units.slice(2, 4), units.slice(4)].filter(({ length }) => length > 0);
  return {
    type: 'planned',
    packages: packages.map((skus) => ({
      carton: CartonCode.parse('S'),
      contents: [...new Set(skus)].map((sku) => ({
        sku: Sku.parse(sku),
        quantity: skus.filter((other) => other === sku).length,
      })),
      fillerG: 5,
    })),
  };
}

/** The step that a packer who does everything right takes next; null when the posting is over. */
export function rightStep(session: Session): Exclude<Step, { do: 'right' }> | null {
  const scan = (meaning: ScanMeaning) => ({ do: 'scan', meaning }) as const;
  if (session.status.kind === 'cancelled') return session.status.isAnswered ? null : scan(control('ok'));
  if (session.pending?.kind === 'rejection') return scan(control('ok'));
  if (session.pending !== null) return scan(control('no'));
  switch (phaseOf(session)) {
    case 'held':
      return scan(postingScan(number));
    case 'scanning':
      return session.isPlanned ? { do: 'right-item' } : { do: 'next-of-station', printer: 'label-sent' };
    case 'weighing':
      return session.isPlanned || currentPackage(session)?.isSplit
        ? { do: 'weigh', weightG: 'right' }
        : { do: 'next-of-station', printer: 'label-sent' };
    case 'labelling':
      return packageAwaitingLabel(session)?.label.state === 'not-sent'
        ? scan(control('reprint'))
        : { do: 'next-of-station', printer: 'label-sent' };
    case 'verifying':
      return { do: 'right-label' };
    case 'stopped':
    case 'closed':
      return null;
  }
}
