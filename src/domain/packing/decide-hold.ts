import { type Decision, only } from './decision.ts';
import { phaseOf, type Session } from './session.ts';
import type { HoldReason } from './session-event.ts';
import { accepted, question, rejected } from './verdict.ts';

/** Asks why the posting is put aside. */
export function decideHold(session: Session): Decision {
  const { posting } = session;
  if (!mayHold(session)) return only(rejected('not-now', { posting }));
  const events: Decision['events'] =
    session.pending?.kind === 'hold-reason' ? [] : [{ type: 'hold-reason-asked' }];
  return { verdict: question('hold-reason', { posting }), events };
}

/** Puts the posting aside for a named reason; scanning it again goes on where it stood. */
export function holdFor(session: Session, reason: HoldReason, note: string | null = null): Decision {
  const { posting } = session;
  if (!mayHold(session)) return only(rejected('not-now', { posting }));
  return { verdict: accepted('posting-held', { posting }), events: [{ type: 'held', reason, note }] };
}

function mayHold(session: Session): boolean {
  const phase = phaseOf(session);
  return phase === 'scanning' || phase === 'weighing' || phase === 'labelling';
}
