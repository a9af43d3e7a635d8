import { expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import { defaultBenchFile } from './default-bench-file.ts';
import { setupProblems } from './setup-problems.ts';

const problemsOf = (file: unknown) => setupProblems(BenchFile.parse(file));

it('the smallest bench file lacks everything', () => {
  expect(problemsOf({ bench: 'B1' })).toEqual([
    'no-scale',
    'no-label-printer',
    'no-people',
    'no-lead',
    'no-cartons',
  ]);
});

it('a bench that nobody has set up yet has its lead and its cartons', () => {
  expect(setupProblems(defaultBenchFile())).toEqual(['no-scale', 'no-label-printer']);
});

it('a bench that does not weigh needs no scale, and a packer without a lead is still no lead', () => {
  const people = [{ id: 'P1', name: 'Anna', role: 'packer' }];
  expect(problemsOf({ bench: 'B1', rules: { requireWeight: false }, people })).toEqual([
    'no-label-printer',
    'no-lead',
    'no-cartons',
  ]);
  expect(problemsOf({ bench: 'B1', packer: 'P1' })).not.toContain('no-people');
});
