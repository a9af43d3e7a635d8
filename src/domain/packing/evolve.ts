import { assertNever } from '../result.ts';
import { assignToPlan } from './assign-to-plan.ts';
import { withCorrection } from './correct-code.ts';
import { withoutRefused } from './refused-markings.ts';
import {
  currentPackage,
  emptyPackage,
  type LabelProgress,
  type Package,
  remaining,
  type Session,
} from './session.ts';
import type { SessionEvent, SessionEventOf } from './session-event.ts';

/** Starts a session from its first event. */
export function openSession(event: SessionEventOf<'opened'>): Session {
  const opened: Session = {
    posting: event.posting,
    shop: event.shop,
    packer: event.packer,
    lines: event.lines,
    cutoffAt: event.cutoffAt,
    shippedBefore: event.shippedBefore,
    status: { kind: 'open' },
    isPlanned: false,
    packages: [emptyPackage(1)],
    pending: null,
    weightRefusal: null,
    limitRefusal: null,
    isShipRequested: event.shippedBefore,
    isShipped: event.shippedBefore,
    shipRefusal: null,
    unitsEver: 0,
  };
  return opened;
}

/** The state of a bench after a crash: the fold of its events. Null when there are none. */
export function foldSession(events: readonly SessionEvent[]): Session | null {
  return events.reduce<Session | null>(
    (session, event) => (event.type === 'opened' ? openSession(event) : session && evolve(session, event)),
    null,
  );
}

/** What one event makes of a session. Never fails: what may not happen is refused in `decide`, before it is an event. */
export function evolve(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'opened':
      return openSession(event);
    case 'taken-over':
      return { ...session, packer: event.packer };
    case 'planned':
      return assignToPlan(session, event.packages);
    case 'unit-packed':
      return packUnit(session, event);
    case 'unit-removed':
      return removeUnit(session, event.unit);
    case 'marking-refused':
      return withoutRefused(session, event);
    case 'code-corrected':
      return { ...session, packages: session.packages.map((parcel) => correctedPackage(parcel, event)) };
    case 'scanned':
      return session;
    case 'rejection-raised':
      return {
        ...session,
        pending: { kind: 'rejection', reason: event.reason, code: event.code, sku: event.sku },
      };
    case 'marking-code-asked':
      return { ...session, pending: { kind: 'marking-code', sku: event.sku } };
    case 'unit-number-asked': {
      const { want, sku, code, marking, numbers } = event;
      return { ...session, pending: { kind: 'unit-number', want, sku, code, marking, numbers } };
    }
    case 'unit-weight-asked': {
      const { sku, code, marking, numbers } = event;
      return { ...session, pending: { kind: 'unit-weight', sku, code, marking, numbers, typedG: null } };
    }
    case 'unit-weight-typed':
      return session.pending?.kind === 'unit-weight'
        ? { ...session, pending: { ...session.pending, typedG: event.weightG } }
        : session;
    case 'product-asked':
      return {
        ...session,
        pending: {
          kind: 'product',
          candidates: event.candidates,
          code: event.code,
          marking: event.marking,
        },
      };
    case 'hold-reason-asked':
      return { ...session, pending: { kind: 'hold-reason' } };
    case 'rejection-answered':
    case 'question-dropped':
      return { ...session, pending: null };
    case 'held':
      return { ...session, pending: null, status: { kind: 'held', reason: event.reason, note: event.note } };
    case 'resumed':
      return { ...session, packer: event.packer, status: { kind: 'open' } };
    case 'put-back':
      return { ...session, status: { kind: 'put-back' } };
    case 'closed':
      return { ...session, status: { kind: 'closed' } };
    case 'cancelled-by-shop':
      return { ...session, pending: null, status: { kind: 'cancelled', isAnswered: false } };
    case 'cancellation-answered':
      return { ...session, status: { kind: 'cancelled', isAnswered: true } };
    case 'cutoff-changed':
      return { ...session, cutoffAt: event.cutoffAt };
    case 'lines-changed':
      return startOver(session, event.lines);
    case 'weight-refused': {
      const { weightG, expectedG, toleranceG, explainedBy } = event;
      return {
        ...session,
        weightRefusal: { weightG, expectedG, toleranceG, explainedBy },
        limitRefusal: null,
      };
    }
    case 'limit-refused': {
      const { weightG, expectedG, breach } = event;
      return { ...session, weightRefusal: null, limitRefusal: { weightG, expectedG, breach } };
    }
    case 'weigh-again':
      return { ...session, weightRefusal: null, limitRefusal: null };
    case 'ship-requested':
      return { ...session, isShipRequested: true };
    case 'ship-refused':
      return { ...session, shipRefusal: { shopCode: event.shopCode, detail: event.detail } };
    case 'package-split':
    case 'carton-chosen':
    case 'package-packed':
      return evolvePackage(session, event);
    case 'shipped':
    case 'label-ready':
    case 'label-unprintable':
    case 'interim-chosen':
    case 'label-queued':
    case 'label-sent':
    case 'label-not-sent':
    case 'label-doubtful':
    case 'reprint-asked':
    case 'label-verified':
    case 'relabel-opened':
      return evolveLabel(session, event);
    default:
      return assertNever(event);
  }
}

/** Everything comes out and is scanned again; where something was in already, the packer must have seen why. */
function startOver(session: Session, lines: Session['lines']): Session {
  const wasTouched = session.unitsEver > 0;
  return {
    ...session,
    lines,
    isPlanned: false,
    packages: [emptyPackage(1)],
    pending: wasTouched
      ? { kind: 'rejection', reason: 'posting-changed', code: session.posting, sku: null }
      : null,
    weightRefusal: null,
    limitRefusal: null,
    isShipRequested: false,
    shipRefusal: null,
  };
}

function correctedPackage(parcel: Package, event: SessionEventOf<'code-corrected'>): Package {
  return {
    ...parcel,
    units: parcel.units.map((unit) => (unit.id === event.unit ? withCorrection(unit, event) : unit)),
  };
}

function replacePackage(session: Session, n: number, change: (parcel: Package) => Package): Session {
  return {
    ...session,
    packages: session.packages.map((parcel) => (parcel.n === n ? change(parcel) : parcel)),
  };
}

function packUnit(session: Session, event: SessionEventOf<'unit-packed'>): Session {
  const target = currentPackage(session);
  if (target === null) return session;
  const { unit: id, sku, code, marking, caseFrom = null, numbers = [], weightG = null } = event;
  const unit = { id, sku, code, marking, caseFrom, numbers, weightG };
  const packed = replacePackage(session, target.n, (parcel) => ({
    ...parcel,
    units: [...parcel.units, unit],
  }));
  return {
    ...packed,
    pending: null,
    weightRefusal: null,
    limitRefusal: null,
    unitsEver: Math.max(session.unitsEver, event.unit),
  };
}

function removeUnit(session: Session, unit: number): Session {
  const packages = session.packages.map((parcel) => {
    const units = parcel.units.filter((packed) => packed.id !== unit);
    return { ...parcel, units, isSplit: parcel.isSplit && units.length > 0 };
  });
  // The plan for what follows a split package knew nothing of the unit that comes out of it again.
  const wasSplit = session.packages.some(
    (parcel) => parcel.isSplit && parcel.units.some((packed) => packed.id === unit),
  );
  return {
    ...session,
    packages,
    weightRefusal: null,
    limitRefusal: null,
    isPlanned: session.isPlanned && !wasSplit,
  };
}

type PackageEvent = SessionEventOf<'package-split' | 'carton-chosen' | 'package-packed'>;

function evolvePackage(session: Session, event: PackageEvent): Session {
  switch (event.type) {
    case 'package-split':
      // What was planned no longer holds for the rest: the plan for the following packages is made anew.
      return {
        ...replacePackage(session, event.package, (parcel) => ({ ...parcel, isSplit: true })),
        isPlanned: false,
      };
    case 'carton-chosen':
      return replacePackage(
        { ...session, weightRefusal: null, limitRefusal: null },
        event.package,
        (parcel) => ({
          ...parcel,
          chosenCarton: event.carton,
          fillerG: event.fillerG,
        }),
      );
    case 'package-packed': {
      const packed = replacePackage(
        { ...session, weightRefusal: null, limitRefusal: null },
        event.package,
        (parcel) => ({
          ...parcel,
          isPacked: true,
          weightG: event.weightG,
        }),
      );
      if (remaining(packed).length === 0) {
        return {
          ...packed,
          packages: packed.packages.filter((parcel) => parcel.isPacked || parcel.units.length > 0),
        };
      }
      const isNextThere = packed.packages.some((parcel) => !parcel.isPacked);
      return isNextThere
        ? packed
        : { ...packed, packages: [...packed.packages, emptyPackage(packed.packages.length + 1)] };
    }
  }
}

type LabelEvent = SessionEventOf<
  | 'shipped'
  | 'label-ready'
  | 'label-unprintable'
  | 'interim-chosen'
  | 'label-queued'
  | 'label-sent'
  | 'label-not-sent'
  | 'label-doubtful'
  | 'reprint-asked'
  | 'label-verified'
  | 'relabel-opened'
>;

function evolveLabel(session: Session, event: LabelEvent): Session {
  switch (event.type) {
    case 'shipped':
      return {
        ...session,
        isShipped: true,
        shipRefusal: null,
        packages: session.packages.map((parcel) => {
          const shipped = event.packages.find((candidate) => candidate.n === parcel.n);
          if (shipped === undefined) return parcel;
          return { ...parcel, shopPosting: shipped.shopPosting, labelBarcodes: shipped.labelBarcodes };
        }),
      };
    case 'relabel-opened':
      return {
        ...session,
        packer: event.packer,
        status: { kind: 'open' },
        packages: session.packages.map((parcel) =>
          parcel.isInterim ? { ...parcel, isInterim: false, copies: 0, label: { state: 'none' } } : parcel,
        ),
      };
    case 'interim-chosen':
      return replacePackage(session, event.package, (parcel) => ({
        ...parcel,
        isInterim: true,
        label: { state: 'ready' },
      }));
    default:
      return replacePackage(session, event.package, (parcel) => labelledPackage(parcel, event));
  }
}

type PaperEvent = Exclude<LabelEvent, SessionEventOf<'shipped' | 'relabel-opened' | 'interim-chosen'>>;

function labelledPackage(parcel: Package, event: PaperEvent): Package {
  // The packer has scanned it: what the printer says of it afterwards changes nothing.
  if (parcel.label.state === 'verified' && isPrinterAnswer(event)) return parcel;
  return {
    ...parcel,
    copies: mayHaveComeOut(parcel.label, event) ? copyOf(parcel.label) : parcel.copies,
    label: nextLabel(parcel.label, event),
    labelBarcodes:
      event.type === 'label-ready'
        ? [...new Set([...parcel.labelBarcodes, ...event.codes])]
        : parcel.labelBarcodes,
  };
}

function isPrinterAnswer({ type }: PaperEvent): boolean {
  return type === 'label-sent' || type === 'label-not-sent' || type === 'label-doubtful';
}

/** Whatever may have reached paper counts as a copy; what certainly did not, does not. */
function mayHaveComeOut(label: LabelProgress, { type }: PaperEvent): boolean {
  return (
    type === 'label-sent' ||
    type === 'label-doubtful' ||
    (type === 'label-verified' && label.state === 'queued')
  );
}

function copyOf(label: LabelProgress): number {
  return 'copy' in label ? label.copy : 1;
}

function nextLabel(label: LabelProgress, event: PaperEvent): LabelProgress {
  const copy = copyOf(label);
  switch (event.type) {
    case 'label-ready':
    case 'reprint-asked':
      return { state: 'ready' };
    case 'label-unprintable':
      return { state: 'unprintable', reason: event.reason };
    case 'label-queued':
      return { state: 'queued', job: event.job, copy: event.copy };
    case 'label-sent':
      return { state: 'sent', job: event.job, copy };
    case 'label-not-sent':
      return { state: 'not-sent', job: event.job, copy, reason: event.reason };
    case 'label-doubtful':
      return { state: 'doubtful', job: event.job, copy, reason: event.reason };
    case 'label-verified':
      return { state: 'verified', copy };
  }
}
