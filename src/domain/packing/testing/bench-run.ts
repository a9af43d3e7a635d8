import { decideScan } from '../decide-scan.ts';
import { decideWeight, type WeightDecision } from '../decide-weight.ts';
import { evolve, openSession } from '../evolve.ts';
import type { PackingContext } from '../packing-context.ts';
import type { ScanMeaning } from '../scan-meaning.ts';
import type { Session } from '../session.ts';
import type { SessionEvent } from '../session-event.ts';
import type { Verdict } from '../verdict.ts';

/** A bench in memory for tests: decides, applies the events, remembers them. */
export type BenchRun = {
  readonly events: SessionEvent[];
  session: Session | null;
  scan(meaning: ScanMeaning, context: PackingContext): Verdict;
  weigh(weightG: number, context: PackingContext): WeightDecision;
  happen(...events: SessionEvent[]): void;
};

export function startRun(): BenchRun {
  const run: BenchRun = {
    events: [],
    session: null,
    scan(meaning, context) {
      const decision = decideScan(run.session, meaning, context);
      run.happen(...decision.events);
      return decision.verdict;
    },
    weigh(weightG, context) {
      if (run.session === null) throw new Error('nothing is open');
      const decision = decideWeight(run.session, weightG, context);
      run.happen(...decision.events);
      return decision;
    },
    happen(...events) {
      for (const event of events) {
        run.events.push(event);
        run.session =
          event.type === 'opened' ? openSession(event) : run.session && evolve(run.session, event);
      }
    },
  };
  return run;
}
