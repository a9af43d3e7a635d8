import { describe, expect, it } from 'vitest';
import { StationProblem } from '#contract/station-problem.ts';
import { benchFileProblem, databaseProblem } from './to-station-problem.ts';

describe('why the station does not start', () => {
  it('names the bench file and the place in it', () => {
    expect(
      benchFileProblem({
        code: 'invalid',
        file: '/b/bench.json',
        detail: '✖ Invalid\n  → at scale.protocol',
      }),
    ).toEqual({
      code: 'bench-file-invalid',
      detail: '/b/bench.json\n✖ Invalid\n  → at scale.protocol',
    });
  });

  it('names the database and what was found in it', () => {
    expect(
      databaseProblem({ code: 'newer-database', file: '/b/bench.sqlite', version: 90, knownVersion: 30 }),
    ).toEqual({ code: 'newer-database', detail: '/b/bench.sqlite · 90 · 30' });
  });

  it('fits into a frame, however much there is to say', () => {
    const long = benchFileProblem({ code: 'invalid', file: '/b', detail: 'x'.repeat(50_000) });
    expect(StationProblem.safeParse(long).success).toBe(true);
  });
});
