import { parseUnitNumber, unitNumberKey } from '../scanning/unit-number.ts';
import { type Decision, only } from './decision.ts';
import { judgeUnit, nameOf } from './judge-unit.ts';
import type { PackingContext } from './packing-context.ts';
import type { Pending, Session } from './session.ts';
import { rejected } from './verdict.ts';

type Asked = Extract<Pending, { kind: 'unit-number' }>;

/** Could this text be the number that the packer was asked for? */
export function isUnitNumber(pending: Asked, text: string): boolean {
  return parseUnitNumber(pending.want, text) !== null;
}

/** The number of the unit in hand was scanned or typed: the unit goes in with it, or the next of its numbers is asked for. */
export function decideUnitNumber(
  session: Session,
  pending: Asked,
  text: string,
  context: PackingContext,
): Decision {
  const { posting } = session;
  const { sku, want } = pending;
  const details = { ...nameOf(sku, context), code: text };
  const number = parseUnitNumber(want, text);
  if (number === null) return only(rejected('unit-number-wrong', { posting, sku, details }));
  const key = unitNumberKey(number);
  const inSession = session.packages.some((parcel) =>
    parcel.units.some((unit) => unit.numbers.some((own) => unitNumberKey(own) === key)),
  );
  if (inSession || context.usedBy(key) !== null)
    return only(rejected('unit-number-used', { posting, sku, details }));
  const marking = pending.marking === null ? null : { ...pending.marking, isComplete: true, usedBy: null };
  return judgeUnit(session, sku, pending.code, marking, context, [...pending.numbers, number]);
}
