import type { Sku } from '../ids.ts';
import { decideCase } from './decide-case.ts';
import { type Decision, only } from './decision.ts';
import { isUsed, judgeUnit, requiresMarking, toMarking } from './judge-unit.ts';
import type { PackingContext } from './packing-context.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import { phaseOf, type Session, wantedQuantity } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { question, rejected } from './verdict.ts';

type ProductScan = Extract<ScanMeaning, { kind: 'product' }>;

/** Judges one scanned unit against the open posting. */
export function decideUnit(session: Session, scan: ProductScan, context: PackingContext): Decision {
  const { posting } = session;
  const phase = phaseOf(session);
  if (phase !== 'scanning' && phase !== 'weighing') return only(rejected('not-now', { posting }));
  const wanted = scan.skus.filter((sku) => wantedQuantity(session, sku) > 0);
  const [first] = scan.skus;
  if (first === undefined) return only(rejected('unknown-code', { posting, details: { code: scan.text } }));
  if (wanted.length === 0) return wrongItem(session, scan, first);
  if (scan.caseOf !== undefined) return decideCase(session, scan, scan.caseOf, context);
  if (scan.skus.length > 1) return askWhichProduct(session, scan, wanted);
  return judgeUnit(session, first, scan.text, scan.marking, context);
}

function wrongItem(session: Session, scan: ProductScan, sku: Sku): Decision {
  const { posting, pending } = session;
  if (pending?.kind === 'marking-code' && scan.marking !== null) {
    return only(rejected('marking-code-of-another-product', { posting, sku, details: { code: scan.text } }));
  }
  return {
    verdict: rejected('wrong-item', { posting, sku, details: { code: scan.text } }),
    events: [{ type: 'rejection-raised', code: scan.text, reason: 'wrong-item', sku }],
  };
}

function askWhichProduct(session: Session, scan: ProductScan, wanted: readonly Sku[]): Decision {
  const { posting } = session;
  // The answer is about the product alone: a code that no product may carry is turned away before the question.
  if (scan.marking !== null && isUsed(session, scan.marking))
    return only(rejected('marking-code-used', { posting }));
  if (scan.marking?.isComplete === false && wanted.some((sku) => requiresMarking(session, sku)))
    return only(rejected('marking-code-incomplete', { posting }));
  const asked: SessionEvent = {
    type: 'product-asked',
    candidates: [...scan.skus],
    code: scan.text,
    marking: toMarking(scan.marking),
  };
  return {
    verdict: question('which-product', { posting, details: { code: scan.text } }),
    events: [asked],
  };
}
