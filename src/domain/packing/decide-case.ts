import type { Sku } from '../ids.ts';
import { type Decision, only } from './decision.ts';
import { evolve } from './evolve.ts';
import { isUnitWeighed, judgeUnit, nameOf, numbersOwed, requiresMarking } from './judge-unit.ts';
import type { PackingContext } from './packing-context.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import { packedQuantity, type Session, wantedQuantity } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { rejected } from './verdict.ts';

/**
 * Judges the scan of a whole case: all its units go in, or none. Units that need a marking code or a weight each are scanned one by
 * one, and so is a case of which nobody has said how many units it holds.
 */
export function decideCase(
  session: Session,
  scan: Extract<ScanMeaning, { kind: 'product' }>,
  units: number | null,
  context: PackingContext,
): Decision {
  const { posting } = session;
  const [sku, ...others] = scan.skus;
  if (sku === undefined || others.length > 0) return only(rejected('ambiguous-code', { posting }));
  const details = { ...nameOf(sku, context), code: scan.text };
  if (units === null) return only(rejected('case-size-unknown', { posting, sku, details }));
  const isOneByOne =
    requiresMarking(session, sku) || isUnitWeighed(session, sku) || numbersOwed(session, sku, []).length > 0;
  if (isOneByOne) return only(rejected('case-of-marked', { posting, sku, details }));
  const left = wantedQuantity(session, sku) - packedQuantity(session, sku);
  if (left > 0 && units > left)
    return only(rejected('case-too-large', { posting, sku, details: { ...details, units, left } }));
  return packAll(session, sku, scan.text, units, context);
}

function packAll(session: Session, sku: Sku, text: string, units: number, context: PackingContext): Decision {
  let state = session;
  let last: Decision | null = null;
  const events: SessionEvent[] = [];
  for (let n = 0; n < units; n += 1) {
    last = judgeUnit(state, sku, text, null, context);
    if (last.verdict.kind !== 'accepted') return only(last.verdict);
    for (const each of last.events) {
      const event = each.type === 'unit-packed' ? { ...each, caseFrom: session.unitsEver + 1 } : each;
      events.push(event);
      state = evolve(state, event);
    }
  }
  return last === null
    ? only(rejected('case-size-unknown', { posting: session.posting }))
    : { ...last, events };
}
