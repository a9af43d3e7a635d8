import type { BenchFile } from '#contract/bench-file.ts';

/** What a bench file lacks that sooner or later stops its packer: see docs/bench-file.md. */
export type SetupProblem = 'no-scale' | 'no-label-printer' | 'no-people' | 'no-lead' | 'no-cartons';

/** Everything that the bench file lacks; none of it keeps the bench from starting. */
export function setupProblems(bench: BenchFile): readonly SetupProblem[] {
  const { scale, labelPrinter, sparePrinters, rules, people, packer, cartons } = bench;
  const lacks: readonly (readonly [SetupProblem, boolean])[] = [
    ['no-scale', scale === undefined && rules.requireWeight],
    ['no-label-printer', labelPrinter === undefined && sparePrinters.length === 0],
    ['no-people', people.length === 0 && packer === undefined],
    ['no-lead', people.every(({ role }) => role !== 'lead')],
    ['no-cartons', cartons.length === 0],
  ];
  return lacks.filter(([, isLacking]) => isLacking).map(([problem]) => problem);
}
