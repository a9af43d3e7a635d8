import { missingAtShop } from '../posting/posting.ts';
import { decideUnit } from './decide-unit.ts';
import { type Decision, only } from './decision.ts';
import { openSession } from './evolve.ts';
import type { OpeningTarget, PackingContext, TargetKey } from './packing-context.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import type { SessionEventOf } from './session-event.ts';
import { accepted, rejected } from './verdict.ts';

/** Opens the posting that was scanned, goes on where it stood, or says why it cannot be packed. */
export function openPosting(key: Exclude<TargetKey, { by: 'product' }>, context: PackingContext): Decision {
  const { actor } = context;
  if (actor === null) return only(rejected('nobody-signed-in'));
  const target = context.targetOf(key);
  if (target === null) return only(rejected(key.by === 'queue' ? 'no-posting-needs-it' : 'unknown-posting'));
  const posting = target.posting.number;
  if (target.last !== null) {
    const resumed = resume(target, context);
    if (resumed !== null) return resumed;
  }
  if (target.posting.status === 'cancelled') return only(rejected('cancelled', { posting }));
  if (!isToBePacked(target)) {
    return only(rejected('posting-not-ready', { posting, details: { status: target.posting.shopStatus } }));
  }
  // A lead may know that it is filled in, or that the shop does not insist.
  const [missing] = missingAtShop(target.posting);
  if (missing !== undefined && actor.role !== 'lead')
    return only(rejected('posting-not-ready', { posting, details: { status: `requires-${missing}` } }));
  const opened = openingEvent(target, key.by, actor.id);
  return {
    verdict: accepted('posting-opened', { posting, warning: cutoffWarning(target, context) }),
    events: [opened],
  };
}

/** With nothing open, a product opens the most urgent posting that needs it and is its first unit. */
export function openByProduct(
  meaning: Extract<ScanMeaning, { kind: 'product' }>,
  context: PackingContext,
): Decision {
  const { actor } = context;
  if (actor === null) return only(rejected('nobody-signed-in'));
  const [sku, ...others] = meaning.skus;
  if (sku === undefined || others.length > 0) return only(rejected('ambiguous-code'));
  const target = context.targetOf({ by: 'product', sku });
  if (target === null || !isToBePacked(target) || missingAtShop(target.posting).length > 0)
    return only(rejected('no-posting-needs-it', { sku }));
  const opened = openingEvent(target, 'product', actor.id);
  const unit = decideUnit(openSession(opened), meaning, context);
  if (unit.verdict.kind === 'rejected') return only(unit.verdict);
  const warning = unit.verdict.warning ?? cutoffWarning(target, context);
  return { verdict: { ...unit.verdict, warning }, events: [opened, ...unit.events] };
}

/** The shop waits for it, or has packed it itself and only wants it labelled. */
function isToBePacked({ posting }: OpeningTarget): boolean {
  return posting.status === 'to-pack' || posting.status === 'packed';
}

function openingEvent(
  target: OpeningTarget,
  by: 'posting' | 'product' | 'queue',
  packer: SessionEventOf<'opened'>['packer'],
): SessionEventOf<'opened'> {
  const { posting } = target;
  return {
    type: 'opened',
    posting: posting.number,
    shop: posting.shop,
    packer,
    by,
    lines: posting.lines,
    cutoffAt: posting.cutoffAt,
    shippedBefore: posting.status === 'packed',
  };
}

function cutoffWarning(target: OpeningTarget, context: PackingContext): 'past-cutoff' | null {
  return target.posting.cutoffAt !== null && target.posting.cutoffAt < context.now ? 'past-cutoff' : null;
}

/** Null when the earlier session does not matter and the posting is opened anew. */
function resume(target: OpeningTarget, context: PackingContext): Decision | null {
  const { last, posting } = target;
  const { actor } = context;
  if (last === null || actor === null) return null;
  const number = posting.number;
  switch (last.status.kind) {
    case 'open': {
      const events: Decision['events'] =
        last.packer === actor.id ? [] : [{ type: 'taken-over', packer: actor.id }];
      return {
        verdict: accepted('posting-resumed', { posting: number, warning: cutoffWarning(target, context) }),
        events,
      };
    }
    case 'held':
      if (posting.status === 'cancelled') return only(rejected('cancelled', { posting: number }));
      return {
        verdict: accepted('posting-resumed', { posting: number, warning: cutoffWarning(target, context) }),
        events: [{ type: 'resumed', packer: actor.id }],
      };
    case 'closed':
      if (!target.canRelabel) return only(rejected('already-packed', { posting: number }));
      return {
        verdict: accepted('relabel-opened', { posting: number }),
        events: [{ type: 'relabel-opened', packer: actor.id }],
      };
    case 'cancelled':
      return only(rejected('cancelled', { posting: number }));
    case 'put-back':
      return null;
  }
}
