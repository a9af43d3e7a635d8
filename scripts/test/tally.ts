import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed, failed and were skipped, and which failed, where that is known. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** A step that did not get as far as counting. */
export const brokenStep: Tally = { ...nothing, failed: 1 };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
      }),
    )
    .default([]),
});

type Suite = {
  readonly specs: readonly { readonly ok: boolean; readonly title: string; readonly file: string }[];
  readonly suites: readonly Suite[];
};
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ ok: z.boolean(), title: z.string(), file: z.string() })).default([]),
  get suites() {
    return z.array(suite).default([]);
  },
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite).default([]),
});

/** Reads Vitest's JSON report; a run that ended badly without a failed test counts as one failure. */
export function vitestTally(file: string, endedWell: boolean): Tally {
  return tallyOf(file, endedWell, vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === 'failed');
      // A file that cannot even be loaded has no tests to blame.
      if (failed.length === 0) return status === 'failed' ? [name] : [];
      return failed.map(({ fullName }) => `${name}: ${fullName}`);
    }),
  }));
}

/** Reads Playwright's JSON report. A flaky test is a failed test: a packer has no second try either. */
export function playwrightTally(file: string, endedWell: boolean): Tally {
  return tallyOf(file, endedWell, playwrightReport, ({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  }));
}

function failedSpecs({ specs, suites }: Suite): readonly string[] {
  const own = specs.flatMap(({ ok, title, file }) => (ok ? [] : [`${file}: ${title}`]));
  return [...own, ...suites.flatMap(failedSpecs)];
}

function tallyOf<T>(
  file: string,
  endedWell: boolean,
  schema: z.ZodType<T>,
  read: (report: T) => Tally,
): Tally {
  if (!existsSync(file)) return endedWell ? nothing : brokenStep;
  const tally = read(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return endedWell || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

export function added(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** `12 passed, 0 failed`, and how many were skipped where any were. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
