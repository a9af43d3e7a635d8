import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A step that did not get as far as counting. */
export const brokenStep: Tally = { passed: 0, failed: 1, skipped: 0 };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Reads Vitest's JSON report; a run that ended badly without a failed test counts as one failure. */
export function vitestTally(file: string, endedWell: boolean): Tally {
  return tallyOf(file, endedWell, vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** Reads Playwright's JSON report. A flaky test is a failed test: a packer has no second try either. */
export function playwrightTally(file: string, endedWell: boolean): Tally {
  return tallyOf(file, endedWell, playwrightReport, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

function tallyOf<T>(
  file: string,
  endedWell: boolean,
  schema: z.ZodType<T>,
  read: (report: T) => Tally,
): Tally {
  if (!existsSync(file)) return endedWell ? { passed: 0, failed: 0, skipped: 0 } : brokenStep;
  const tally = read(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return endedWell || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

export function added(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `12 passed, 0 failed`, and how many were skipped where any were. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
