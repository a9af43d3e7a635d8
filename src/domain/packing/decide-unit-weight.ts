import type { Actor } from './actor.ts';
import { type Decision, only } from './decision.ts';
import { judgeUnit, nameOf, type WeighedUnit } from './judge-unit.ts';
import type { PackingContext } from './packing-context.ts';
import { type Pending, phaseOf, type Session } from './session.ts';
import { question, rejected, type Verdict } from './verdict.ts';

type Asked = Extract<Pending, { kind: 'unit-weight' }>;

/** The question for the weight of one unit that stands open at this bench; null where none does. */
export function openUnitWeight(session: Session): Asked | null {
  const isOpen = phaseOf(session) === 'scanning' || phaseOf(session) === 'weighing';
  return isOpen && session.pending?.kind === 'unit-weight' ? session.pending : null;
}

/** What is asked of the packer: to weigh the unit, or a lead's badge for the weight that was typed. */
export function unitWeightQuestion(
  { posting }: Session,
  { sku, typedG }: Asked,
  context: Pick<PackingContext, 'products'>,
): Verdict {
  const details = nameOf(sku, context);
  return typedG === null
    ? question('weigh-unit', { posting, sku, details })
    : question('confirm-unit-weight', { posting, sku, details: { ...details, weightG: typedG } });
}

/** The scale shows what the unit in hand weighs, g, and nothing else lies on it: the unit goes in with it. */
export function decideUnitWeight(
  session: Session,
  weightG: number,
  context: Pick<PackingContext, 'products'>,
): Decision {
  const asked = openUnitWeight(session);
  return asked === null
    ? only(rejected('not-now', { posting: session.posting }))
    : packWeighed(session, asked, { weightG, by: null }, context);
}

/** The weight of the unit in hand was typed, g: a lead's own word counts at once, a packer's with a lead's badge. */
export function decideTypedWeight(session: Session, weightG: number, context: PackingContext): Decision {
  const { posting } = session;
  const asked = openUnitWeight(session);
  if (context.actor === null) return only(rejected('nobody-signed-in', { posting }));
  if (asked === null) return only(rejected('not-now', { posting }));
  if (context.actor.role === 'lead')
    return packWeighed(session, asked, { weightG, by: context.actor.id }, context);
  return {
    verdict: unitWeightQuestion(session, { ...asked, typedG: weightG }, context),
    events: [{ type: 'unit-weight-typed', weightG }],
  };
}

/** A badge while a unit's weight is asked for: a lead's lets the typed weight count, under the lead's name. */
export function vouchForWeight(
  session: Session,
  asked: Asked,
  actor: Actor | null,
  context: PackingContext,
): Decision {
  const { posting } = session;
  if (actor === null) return only(rejected('unknown-badge', { posting }));
  if (asked.typedG === null) return only(rejected('answer-first', { posting }));
  if (actor.role !== 'lead') return only(rejected('lead-needed', { posting, details: { name: actor.name } }));
  return packWeighed(session, asked, { weightG: asked.typedG, by: actor.id }, context);
}

function packWeighed(
  session: Session,
  { sku, code, marking: kept, numbers }: Asked,
  weighed: WeighedUnit,
  context: Pick<PackingContext, 'products'>,
): Decision {
  const marking = kept === null ? null : { ...kept, isComplete: true, usedBy: null };
  return judgeUnit(session, sku, code, marking, context, numbers, weighed);
}
