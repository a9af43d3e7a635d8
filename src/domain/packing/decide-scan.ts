import type { Sku } from '../ids.ts';
import type { ControlCode } from '../scanning/control-code.ts';
import { decideCarton } from './decide-carton.ts';
import { decideControl, overLimit } from './decide-control.ts';
import { decidePostingScan } from './decide-label.ts';
import { openByProduct, openPosting } from './decide-opening.ts';
import { decideUnit } from './decide-unit.ts';
import { decideUnitNumber, isUnitNumber } from './decide-unit-number.ts';
import { vouchForWeight } from './decide-unit-weight.ts';
import { isCartonOwed, packageDone, refusedByLimits } from './decide-weight.ts';
import { type Decision, only } from './decision.ts';
import { expectedWeightG } from './expected-weight.ts';
import type { PackingContext } from './packing-context.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import { currentPackage, type Package, type Pending, phaseOf, type Session } from './session.ts';
import { accepted, question, rejected } from './verdict.ts';

/**
 * The bench's answer to one scan. `session` is the posting open at this bench, null when there is none. Pure: the
 * same session, meaning and context always give the same verdict and events.
 */
export function decideScan(session: Session | null, meaning: ScanMeaning, context: PackingContext): Decision {
  if (meaning.kind === 'several') return decideSeveral(session, meaning.meanings, context);
  return session === null || isOver(session)
    ? decideIdle(meaning, context)
    : decideOpen(session, meaning, context);
}

function isOver(session: Session): boolean {
  const phase = phaseOf(session);
  if (session.status.kind === 'cancelled') return session.status.isAnswered;
  return phase === 'closed' || phase === 'held';
}

/** Nothing is open: a posting or a product opens one, a badge signs in. */
function decideIdle(meaning: Exclude<ScanMeaning, { kind: 'several' }>, context: PackingContext): Decision {
  switch (meaning.kind) {
    case 'posting':
      return openPosting({ by: 'posting', posting: meaning.posting }, context);
    case 'product':
      return openByProduct(meaning, context);
    case 'badge':
      if (meaning.actor === null) return only(rejected('unknown-badge'));
      return only(accepted('signed-in', { details: { name: meaning.actor.name } }));
    case 'control':
      return decideIdleControl(meaning.control.control, context);
    case 'carton':
      return only(rejected('nothing-open'));
    case 'unknown':
      return only(rejected('unknown-code', { details: { code: meaning.text } }));
    case 'unreadable':
      return only(rejected('unreadable-code', { details: { code: meaning.text, problem: meaning.problem } }));
  }
}

/** Nothing is open: OK answers for a cancelled posting that was scanned, NEXT opens the most urgent one. */
function decideIdleControl(control: ControlCode['control'], context: PackingContext): Decision {
  if (control === 'next') return openPosting({ by: 'queue' }, context);
  const posting = context.alarm;
  if (control !== 'ok' || posting === null) return only(rejected('nothing-open'));
  const status = context.targetOf({ by: 'posting', posting })?.last?.status;
  const isOwed = status?.kind === 'cancelled' && !status.isAnswered;
  return {
    verdict: accepted('cancellation-answered', { posting }),
    events: isOwed ? [{ type: 'cancellation-answered' }] : [],
  };
}

function decideOpen(
  session: Session,
  meaning: Exclude<ScanMeaning, { kind: 'several' }>,
  context: PackingContext,
): Decision {
  const { posting, pending } = session;
  if (context.actor === null) return decideUnattended(session, meaning);
  if (session.status.kind === 'cancelled') return decideCancelled(session, meaning);
  if (pending?.kind === 'rejection' && !isControl(meaning, 'ok')) {
    return only(rejected('answer-first', { posting, sku: pending.sku, details: { code: pending.code } }));
  }
  // A look at where the open posting stands neither answers a question nor drops it.
  if (pending !== null && pending.kind !== 'rejection' && isPosting(meaning, posting))
    return only(accepted('posting-resumed', { posting }));
  if (pending?.kind === 'unit-number' && mayAnswerNumber(meaning, pending))
    return decideUnitNumber(session, pending, meaning.text, context);
  if (pending?.kind === 'unit-weight' && meaning.kind === 'badge')
    return vouchForWeight(session, pending, meaning.actor, context);
  if (
    pending !== null &&
    pending.kind !== 'rejection' &&
    meaning.kind !== 'control' &&
    meaning.kind !== 'product'
  ) {
    return only(rejected('answer-first', { posting }));
  }
  if (pending !== null && meaning.kind === 'product' && !isAnswer(pending, meaning.skus))
    return only(rejected('answer-first', { posting }));
  switch (meaning.kind) {
    case 'control':
      return decideControl(session, meaning.control.control, context);
    case 'product':
      return decideUnit(session, meaning, context);
    case 'posting':
      return decidePostingScan(session, meaning.posting, meaning.text);
    case 'carton':
      return decideCarton(session, meaning.carton, meaning.text, context);
    case 'badge':
      return decideBadge(session, meaning, context);
    case 'unknown':
      // What is scanned now is a label: one that nobody here knows is as wrong as another parcel's.
      return phaseOf(session) === 'verifying'
        ? only(rejected('label-of-another-posting', { posting, details: { code: meaning.text } }))
        : only(rejected('unknown-code', { posting, details: { code: meaning.text } }));
    case 'unreadable':
      return only(
        rejected('unreadable-code', { posting, details: { code: meaning.text, problem: meaning.problem } }),
      );
  }
}

/** A number of a unit may look like anything; what is certainly something else is not taken for a wrong number. */
function mayAnswerNumber(
  meaning: Exclude<ScanMeaning, { kind: 'several' }>,
  pending: Extract<Pending, { kind: 'unit-number' }>,
): boolean {
  if (meaning.kind === 'control' || meaning.kind === 'badge') return false;
  return meaning.kind === 'unknown' || meaning.kind === 'unreadable' || isUnitNumber(pending, meaning.text);
}

/** May a product be scanned while this is asked? The unit in doubt is in the packer's hand, and none goes in before it. */
function isAnswer(pending: Pending, skus: readonly Sku[]): boolean {
  switch (pending.kind) {
    case 'marking-code':
      return true;
    case 'product':
      return skus.some((sku) => pending.candidates.includes(sku));
    case 'unit-number':
    case 'unit-weight':
    case 'hold-reason':
    case 'rejection':
      return false;
  }
}

function isPosting(meaning: ScanMeaning, posting: Session['posting']): boolean {
  return meaning.kind === 'posting' && meaning.posting === posting;
}

function isControl(meaning: ScanMeaning, control: 'ok'): boolean {
  return meaning.kind === 'control' && meaning.control.control === control;
}

/** Nobody is signed in: the posting waits for whoever takes it on, so that every step stands under a name. */
function decideUnattended(session: Session, meaning: ScanMeaning): Decision {
  const { posting } = session;
  if (meaning.kind !== 'badge') return only(rejected('nobody-signed-in', { posting }));
  if (meaning.actor === null) return only(rejected('unknown-badge', { posting }));
  const { id, name } = meaning.actor;
  return {
    verdict: accepted('signed-in', { posting, details: { name } }),
    events: id === session.packer ? [] : [{ type: 'taken-over', packer: id }],
  };
}

/** The shop cancelled it: nothing goes on until the packer has seen that. */
function decideCancelled(session: Session, meaning: ScanMeaning): Decision {
  const { posting } = session;
  if (isControl(meaning, 'ok')) {
    return {
      verdict: accepted('cancellation-answered', { posting }),
      events: [{ type: 'cancellation-answered' }],
    };
  }
  return only(rejected('cancelled', { posting }));
}

/**
 * A lead's badge lets a weight pass that is out of tolerance, a package without any where the scale is away, and one that is over a
 * limit of the acceptance point: all on record under the lead's name.
 */
function decideBadge(
  session: Session,
  meaning: Extract<ScanMeaning, { kind: 'badge' }>,
  context: PackingContext,
): Decision {
  const { posting } = session;
  if (meaning.actor === null) return only(rejected('unknown-badge', { posting }));
  const parcel = currentPackage(session);
  if (parcel !== null && waitsForLead(session, parcel, context)) {
    if (meaning.actor.role !== 'lead')
      return only(rejected('lead-needed', { posting, details: { name: meaning.actor.name } }));
    const weighed = {
      weightG: (session.weightRefusal ?? session.limitRefusal)?.weightG ?? null,
      expectedG: expectedWeightG(parcel, context),
    };
    // Letting a weight pass says nothing of the acceptance point: that is asked of the lead by itself.
    const over = session.limitRefusal === null ? refusedByLimits(parcel, weighed, context) : null;
    if (over !== null) return overLimit(session, over);
    const weight = { ...weighed, overriddenBy: meaning.actor.id };
    const events = packageDone(session, parcel, weight, context);
    const code = session.limitRefusal === null ? 'weight-overridden' : 'limit-overridden';
    return { verdict: accepted(code, { posting, details: { name: meaning.actor.name } }), events };
  }
  if (meaning.actor.id === session.packer)
    return only(accepted('signed-in', { posting, details: { name: meaning.actor.name } }));
  return only(rejected('finish-first', { posting }));
}

function waitsForLead(session: Session, parcel: Package, context: PackingContext): boolean {
  if (session.weightRefusal !== null || session.limitRefusal !== null) return true;
  return phaseOf(session) === 'weighing' && !context.isScaleThere && !isCartonOwed(session, parcel, context);
}

function isSame(a: Decision, b: Decision): boolean {
  return (
    a.verdict.code === b.verdict.code &&
    a.verdict.posting === b.verdict.posting &&
    a.verdict.sku === b.verdict.sku
  );
}

/** A code that could mean several things counts only where exactly one of them makes sense here; else it is asked. */
function decideSeveral(
  session: Session | null,
  meanings: readonly ScanMeaning[],
  context: PackingContext,
): Decision {
  const decisions = meanings.map((meaning) => decideScan(session, meaning, context));
  const sensible = decisions.filter((decision) => decision.verdict.kind !== 'rejected');
  const [first, ...others] = sensible;
  if (first !== undefined && others.every((other) => isSame(first, other))) return first;
  if (sensible.length > 1) return only(question('which-meaning', { posting: session?.posting ?? null }));
  return decisions[0] ?? only(rejected('unknown-code'));
}
