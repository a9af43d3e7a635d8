import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { added, closingLine, playwrightTally, vitestTally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const report = (content: object) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

describe('the closing line of a test run', () => {
  it('sums what ran', () => {
    const unit = vitestTally(report(vitest), true);
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(closingLine(added(unit, playwrightTally(report({ stats }), false)))).toBe(
      '8 passed, 2 failed, 1 skipped',
    );
  });
  it('names what failed', () => {
    const assertionResults = [
      { fullName: 'it holds', status: 'failed' },
      { fullName: 'it folds', status: 'passed' },
    ];
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ];
    expect(vitestTally(report({ ...vitest, numFailedTests: 1, testResults }), false).failures).toEqual([
      'a.test.ts: it holds',
      'b.test.ts',
    ]);
    const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 };
    const specs = [{ ok: false, title: 'a label prints', file: 'label.spec.ts' }];
    const suites = [{ suites: [{ specs }] }];
    expect(playwrightTally(report({ stats, suites }), false).failures).toEqual([
      'label.spec.ts: a label prints',
    ]);
  });
  it('counts a run that broke without a failed test as a failure', () => {
    expect(closingLine(vitestTally(report({ ...vitest, numPendingTests: 0 }), false))).toBe(
      '5 passed, 1 failed',
    );
    expect(closingLine(vitestTally(join(folder, 'none.json'), false))).toBe('0 passed, 1 failed');
  });
});
