import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Figure, isMet } from './figure.ts';
import type { Machine } from './machine.ts';

const file = join(import.meta.dirname, 'results.json');

const Result = z.object({
  name: z.string(),
  /** When it was measured, ISO 8601. */
  at: z.string(),
  /** Processes that wanted to run, on average of a minute: more than there are cores, and the figures are too high. */
  loadBefore: z.number(),
  loadAfter: z.number(),
  figures: z.array(
    z.object({
      what: z.string(),
      value: z.number(),
      unit: z.enum(['ms', 's', 'MB', 'x', '%']),
      goal: z.number(),
      isMet: z.boolean(),
      beside: z.record(z.string(), z.unknown()),
    }),
  ),
});
const Results = z.object({ machine: z.record(z.string(), z.unknown()), results: z.array(Result) });

/** One measure's figures, as kept in `bench/results.json`. */
export type Result = z.infer<typeof Result>;

/** Puts the goals' verdict to the figures. */
export function resultOf(
  name: string,
  figures: readonly Figure[],
  loads: Pick<Result, 'loadBefore' | 'loadAfter'>,
): Result {
  const judged = figures.map((figure) => ({ ...figure, isMet: isMet(figure) }));
  return { name, at: new Date().toISOString(), ...loads, figures: judged };
}

/** Replaces one measure's figures in `bench/results.json`; those of another machine are thrown away. */
export function keepResult(machine: Machine, result: Result): void {
  const known = readResults(machine).filter(({ name }) => name !== result.name);
  const results = [...known, result].sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
}

function readResults(machine: Machine): readonly Result[] {
  if (!existsSync(file)) return [];
  const kept = Results.parse(JSON.parse(readFileSync(file, 'utf8')));
  return JSON.stringify(kept.machine) === JSON.stringify(machine) ? kept.results : [];
}
