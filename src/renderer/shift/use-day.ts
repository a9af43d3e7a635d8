import { useEffect } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { type Asked, useAnswer } from '../station-link/use-answer.ts';

/** The lead's table shows the day's newest packages; the export has them all. */
const rowsMost = 500;

/** A day's figures and manifest, read again when another package is packed. */
export function useDay(
  day: string,
  packed: number,
): {
  readonly summary: Asked<ProcedureOutput<'shift.summary'>>;
  readonly manifest: Asked<ProcedureOutput<'manifest.rows'>>;
} {
  const summary = useAnswer('shift.summary', { day });
  const manifest = useAnswer('manifest.rows', { day, limit: rowsMost });
  const { askAgain: summaryAgain } = summary;
  const { askAgain: manifestAgain } = manifest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for what the figures are made of.
  useEffect(() => {
    summaryAgain();
    manifestAgain();
  }, [packed, summaryAgain, manifestAgain]);
  return { summary, manifest };
}
