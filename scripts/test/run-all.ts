import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../build/build-when-stale.ts';
import { ranWell, runTool } from './run-tool.ts';
import { added, brokenStep, closingLine, playwrightTally, type Tally, vitestTally } from './tally.ts';

// Everything is run even after a failure, so that one run tells all there is to mend.
const root = join(import.meta.dirname, '..', '..');
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const steps: readonly [title: string, run: () => Tally][] = [
  ['types', () => check('typescript/bin/tsc', ['-p', '.'])],
  [
    'lint, format and import rules',
    () => check('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  ],
  ['unit tests', () => vitest('unit')],
  ['tests of a whole station', () => vitest('station')],
  ['build', build],
  ['tests in the real window', endToEnd],
];

let total: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
for (const [title, run] of steps) {
  process.stdout.write(`\n== ${title}\n`);
  const tally = run();
  process.stdout.write(`-- ${title}: ${closingLine(tally)}\n`);
  total = added(total, tally);
}
// Said once more at the end, where whoever has the last lines alone finds it.
for (const failure of total.failures) process.stdout.write(`\nfailed: ${failure}`);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

function check(tool: string, args: readonly string[]): Tally {
  return ranWell(tool, args) ? { passed: 1, failed: 0, skipped: 0, failures: [] } : brokenStep;
}

function build(): Tally {
  try {
    buildWhenStale();
    return { passed: 1, failed: 0, skipped: 0, failures: [] };
  } catch {
    // What went wrong is on the screen already, in the words of the build.
    return brokenStep;
  }
}

function vitest(project: string): Tally {
  const file = join(results, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = ranWell('vitest/vitest.mjs', ['run', '--project', project, '--passWithNoTests', ...reporters]);
  return vitestTally(file, ok);
}

function endToEnd(): Tally {
  const ok = runTool('@playwright/test/cli.js', ['test'], { virtualDisplay: process.platform === 'linux' });
  return playwrightTally(join(results, 'e2e.json'), ok);
}
