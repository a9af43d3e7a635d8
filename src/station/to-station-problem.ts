import type { StationProblem, StationProblemCode } from '#contract/station-problem.ts';
import type { BenchFileProblem } from './bench-file/read-bench-file.ts';
import type { DatabaseProblem } from './database/database-problem.ts';

const detailLength = 800;

const benchFileCodes: Readonly<Record<Exclude<BenchFileProblem['code'], 'missing'>, StationProblemCode>> = {
  unreadable: 'bench-file-unreadable',
  'not-json': 'bench-file-not-json',
  invalid: 'bench-file-invalid',
};

/** A bench file that cannot be used, as main and the window hear of it. One that is missing is no problem: a new one is made. */
export function benchFileProblem(
  problem: BenchFileProblem & { readonly code: keyof typeof benchFileCodes },
): StationProblem {
  return { code: benchFileCodes[problem.code], detail: cut(`${problem.file}\n${problem.detail}`) };
}

/** A database that was refused, as main and the window hear of it. */
export function databaseProblem(problem: DatabaseProblem): StationProblem {
  const { code, ...facts } = problem;
  return { code, detail: cut(Object.values(facts).join(' · ')) };
}

function cut(text: string): string {
  return text.length <= detailLength ? text : `${text.slice(0, detailLength)}…`;
}
