import type { Session } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import type { Verdict } from './verdict.ts';

/** What a scan leads to: the answer to show and what becomes fact with it. Rejections may have events too. */
export type Decision = { readonly verdict: Verdict; readonly events: readonly SessionEvent[] };

/** A decision that changes nothing but the log. */
export function only(verdict: Verdict): Decision {
  return { verdict, events: [] };
}

/** A session with the figures that most sentences need. */
export function inPosting(session: Session): { posting: Session['posting'] } {
  return { posting: session.posting };
}
