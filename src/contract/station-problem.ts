import { z } from 'zod';

/** Why the station cannot run on this bench; the window has a sentence, what is safe and a cure for each. */
export const StationProblemCode = z.enum([
  'bench-file-unreadable',
  'bench-file-not-json',
  'bench-file-invalid',
  'in-use',
  'unwritable',
  'network-folder',
  'newer-database',
  'damaged',
  'rewound',
  'backup-failed',
  'migration-failed',
]);
export type StationProblemCode = z.infer<typeof StationProblemCode>;

/** `detail` is for support: which file and what in it. Never a secret or a buyer's data. */
export const StationProblem = z.object({ code: StationProblemCode, detail: z.string().max(1000) });
export type StationProblem = z.infer<typeof StationProblem>;
