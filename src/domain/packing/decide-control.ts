import type { ControlCode } from '../scanning/control-code.ts';
import { cartonForSplit } from './decide-carton.ts';
import { decideHold, holdFor } from './decide-hold.ts';
import { unitWeightQuestion } from './decide-unit-weight.ts';
import { packageDone, refusedByLimits } from './decide-weight.ts';
import { type Decision, only } from './decision.ts';
import { judgeUnit } from './judge-unit.ts';
import type { PackingContext } from './packing-context.ts';
import {
  cartonOf,
  currentPackage,
  packageAwaitingLabel,
  packedQuantity,
  phaseOf,
  remaining,
  type Session,
  type Unit,
  wantedQuantity,
} from './session.ts';
import type { SessionEvent, SessionEventOf } from './session-event.ts';
import { accepted, question, rejected } from './verdict.ts';

export type PlainControl = Exclude<ControlCode, { control: 'box' | 'badge' }>['control'];

/** A control code scanned (or its key pressed) while a posting is open. */
export function decideControl(session: Session, control: PlainControl, context: PackingContext): Decision {
  switch (control) {
    case 'ok':
      return decideOk(session, context);
    case 'no':
      return session.pending === null || session.pending.kind === 'rejection'
        ? only(rejected('not-now', { posting: session.posting }))
        : {
            verdict: accepted('question-dropped', { posting: session.posting }),
            events: [{ type: 'question-dropped' }],
          };
    case 'undo':
      return decideUndo(session);
    case 'hold':
      return decideHold(session);
    case 'missing':
      return holdFor(session, 'missing-unit');
    case 'damaged':
      return decideDamaged(session);
    case 'split':
      return decideSplit(session, context);
    case 'reprint':
      return decideReprint(session, context);
    case 'weigh':
      return phaseOf(session) === 'weighing'
        ? {
            verdict: accepted('weigh-again', { posting: session.posting }),
            events: [{ type: 'weigh-again' }],
          }
        : only(rejected('not-now', { posting: session.posting }));
    case 'next':
      return decideNext(session, context);
  }
}

function decideOk(session: Session, context: PackingContext): Decision {
  const { posting, pending } = session;
  if (pending?.kind === 'rejection') {
    return { verdict: accepted('rejection-answered', { posting }), events: [{ type: 'rejection-answered' }] };
  }
  if (pending?.kind === 'hold-reason') return holdFor(session, 'other');
  if (pending?.kind === 'product') {
    const open = pending.candidates.filter(
      (sku) => packedQuantity(session, sku) < wantedQuantity(session, sku),
    );
    const [sku] = open;
    if (open.length !== 1 || sku === undefined)
      return only(question('which-product', { posting, details: { code: pending.code } }));
    const marking = pending.marking === null ? null : { ...pending.marking, isComplete: true, usedBy: null };
    const unit = judgeUnit(session, sku, pending.code, marking, context);
    return unit.verdict.kind === 'rejected' ? { ...unit, events: [{ type: 'question-dropped' }] } : unit;
  }
  if (pending?.kind === 'marking-code')
    return only(question('scan-marking-code', { posting, sku: pending.sku }));
  if (pending?.kind === 'unit-number')
    return only(question(`scan-${pending.want}`, { posting, sku: pending.sku }));
  if (pending?.kind === 'unit-weight') return only(unitWeightQuestion(session, pending, context));
  if (phaseOf(session) === 'weighing' && !context.rules.requireWeight) return packUnweighed(session, context);
  if (session.weightRefusal !== null || session.limitRefusal !== null)
    return only(rejected('lead-needed', { posting }));
  if (packageAwaitingLabel(session)?.label.state === 'not-sent') return decideReprint(session, context);
  return only(rejected('not-now', { posting }));
}

/** Where no weight is asked for the packer's word is enough; a weight that was taken and is wrong is a lead's matter. */
function packUnweighed(session: Session, context: PackingContext): Decision {
  const parcel = currentPackage(session);
  if (parcel === null) return only(rejected('not-now', { posting: session.posting }));
  if (session.weightRefusal !== null || session.limitRefusal !== null)
    return only(rejected('lead-needed', { posting: session.posting }));
  const over = refusedByLimits(parcel, { weightG: null, expectedG: null }, context);
  if (over !== null) return overLimit(session, over);
  const events = packageDone(
    session,
    parcel,
    { weightG: null, expectedG: null, overriddenBy: null },
    context,
  );
  return {
    verdict: accepted('package-packed', { posting: session.posting, details: { package: parcel.n } }),
    events,
  };
}

/** The package is as it should be, and more than the acceptance point takes: another carton, fewer items, or a lead. */
export function overLimit(session: Session, event: SessionEventOf<'limit-refused'>): Decision {
  const { breach } = event;
  const facts = { posting: session.posting, details: { ...breach } };
  return { verdict: rejected('over-acceptance-limit', facts), events: [event] };
}

function decideUndo(session: Session): Decision {
  const { posting } = session;
  // The scan to take back is the one that the question is about; it is in no package yet.
  if (
    session.pending?.kind === 'marking-code' ||
    session.pending?.kind === 'unit-number' ||
    session.pending?.kind === 'unit-weight' ||
    session.pending?.kind === 'product'
  )
    return { verdict: accepted('question-dropped', { posting }), events: [{ type: 'question-dropped' }] };
  const phase = phaseOf(session);
  if (phase !== 'scanning' && phase !== 'weighing') return only(rejected('not-now', { posting }));
  const last = lastUnit(session);
  if (last === null) return only(rejected('nothing-to-undo', { posting }));
  const scanned = scannedWith(last, session);
  const removed: SessionEvent[] = scanned.map(({ id }) => ({ type: 'unit-removed', unit: id, why: 'undo' }));
  const verdict =
    scanned.length === 1
      ? accepted('unit-undone', { posting, sku: last.sku })
      : accepted('case-undone', { posting, sku: last.sku, details: { units: scanned.length } });
  return { verdict, events: removed };
}

/** The unit scanned last that is in no packed package; a plan that came later may have put it into any of the others. */
function lastUnit(session: Session): Unit | null {
  const units = session.packages.flatMap((parcel) => (parcel.isPacked ? [] : parcel.units));
  return units.reduce<Unit | null>((last, unit) => (last === null || unit.id > last.id ? unit : last), null);
}

/** What the scan of this unit put in: the unit, or all of its case that are still in the open packages. */
function scannedWith(last: Unit, session: Session): readonly Unit[] {
  if (last.caseFrom === null) return [last];
  const units = session.packages.flatMap((parcel) => (parcel.isPacked ? [] : parcel.units));
  return units.filter(({ caseFrom }) => caseFrom === last.caseFrom).toSorted((a, b) => b.id - a.id);
}

/** The unit in hand is broken: it comes out and another one is scanned; with none in the box the posting is held. */
function decideDamaged(session: Session): Decision {
  if (session.pending?.kind === 'hold-reason') return holdFor(session, 'damaged-unit');
  const { posting } = session;
  const phase = phaseOf(session);
  if (phase !== 'scanning' && phase !== 'weighing') return only(rejected('not-now', { posting }));
  const last = lastUnit(session);
  if (last === null) return holdFor(session, 'damaged-unit');
  return {
    verdict: accepted('unit-damaged', { posting, sku: last.sku }),
    events: [{ type: 'unit-removed', unit: last.id, why: 'damaged' }],
  };
}

function decideSplit(session: Session, context: PackingContext): Decision {
  const { posting } = session;
  const parcel = currentPackage(session);
  if (
    phaseOf(session) !== 'scanning' ||
    parcel === null ||
    parcel.units.length === 0 ||
    session.shippedBefore
  ) {
    return only(rejected('not-now', { posting }));
  }
  const split: SessionEvent = { type: 'package-split', package: parcel.n };
  // The plan that is still to come is for the goods that are left.
  const carton = cartonOf(parcel) === null ? cartonForSplit(parcel, context) : null;
  return {
    verdict: accepted('package-split', { posting, details: { package: parcel.n } }),
    events: carton === null ? [split] : [carton, split],
  };
}

/** Prints the label again on the packer's word: it never happens by itself once bytes may have reached the printer. */
function decideReprint(session: Session, context: PackingContext): Decision {
  const { posting } = session;
  const parcel = packageAwaitingLabel(session);
  const isLabelDue = session.packages.every((candidate) => candidate.isPacked) && context.actor !== null;
  const state = parcel?.label.state;
  if (!isLabelDue || parcel === null || (state !== 'sent' && state !== 'doubtful' && state !== 'not-sent')) {
    return only(rejected('not-now', { posting }));
  }
  return {
    verdict: accepted('label-reprinting', {
      posting,
      details: { package: parcel.n, copy: parcel.copies + 1 },
    }),
    events: [{ type: 'reprint-asked', package: parcel.n, by: context.actor?.id ?? session.packer }],
  };
}

/** On to the next posting: an untouched one goes back to the queue, a late label is replaced by an interim one. */
function decideNext(session: Session, context: PackingContext): Decision {
  const { posting } = session;
  const phase = phaseOf(session);
  const isUntouched = session.packages.every((parcel) => parcel.units.length === 0);
  if (phase === 'scanning' && isUntouched) {
    return { verdict: accepted('posting-put-back', { posting }), events: [{ type: 'put-back' }] };
  }
  if (phase === 'weighing' && !context.rules.requireWeight) return packUnweighed(session, context);
  const parcel = packageAwaitingLabel(session);
  const isLabelMissing = parcel?.label.state === 'none' || parcel?.label.state === 'unprintable';
  // What the shop refused to ship gets no label of any kind until the refusal is settled: it goes back on its shelf.
  if (phase === 'labelling' && session.shipRefusal !== null) return holdFor(session, 'shop-refused');
  if (phase === 'labelling' && parcel !== null && isLabelMissing) {
    return {
      verdict: accepted('interim-printing', { posting, details: { package: parcel.n } }),
      events: [{ type: 'interim-chosen', package: parcel.n, why: 'packer' }],
    };
  }
  const left = remaining(session).reduce((sum, entry) => sum + entry.quantity, 0);
  return only(rejected('finish-first', { posting, details: { left } }));
}
