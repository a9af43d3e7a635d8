import { useEffect } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { useStation } from '../station-link/station.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';

/** What lies within reach of the simulated devices, and what hands do with them. */
export interface Simulation {
  readonly suggestions: ProcedureOutput<'sim.suggestions'>;
  readonly labels: ProcedureOutput<'sim.labels'>['labels'];
  readonly failure: Failure | null;
  readonly scan: (text: string) => void;
  readonly weigh: (weightG: number) => void;
  readonly setPrinter: (state: 'ready' | 'off' | 'paper-out') => void;
}

const nothing = { scans: [], weightG: null };

/** Reads again after every answer of the bench and every print. */
export function useSimulation(): Simulation {
  const station = useStation();
  const suggestions = useAnswer('sim.suggestions', {}, ['queue']);
  const labels = useAnswer('sim.labels', {});
  const scan = useCommand('sim.scan');
  const weigh = useCommand('sim.weigh');
  const printer = useCommand('sim.printer');
  const { askAgain: suggestAgain } = suggestions;
  const { askAgain: labelsAgain } = labels;
  const phase = useBench(({ view }) => view?.session?.phase ?? 'none');
  const turn = useBench(({ announcements }) => announcements.turns);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer or step means something else lies within reach.
  useEffect(() => suggestAgain(), [suggestAgain, phase, turn]);
  useEffect(
    () =>
      station.on('print', ({ state }) => {
        if (state === 'sent' || state === 'doubtful') labelsAgain();
        suggestAgain();
      }),
    [station, labelsAgain, suggestAgain],
  );

  return {
    suggestions: suggestions.value ?? nothing,
    labels: labels.value?.labels ?? [],
    failure: scan.failure ?? weigh.failure ?? printer.failure,
    scan: (text) => void scan.run({ text }),
    weigh: (weightG) => void weigh.run({ weightG }),
    setPrinter: (state) => void printer.run({ state }),
  };
}
