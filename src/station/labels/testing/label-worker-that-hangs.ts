import { parentPort } from 'node:worker_threads';
import type { WorkshopJob } from '../workshop-messages.ts';
import { HANGING_NUMBER } from './hanging-number.ts';

// Heard before the real worker hears it, as listeners are called in the order in which they came.
parentPort?.on('message', (job: WorkshopJob) => {
  const posting = job.kind === 'prepare' ? job.request.posting : null;
  const isHanging = posting !== null && 'number' in posting && posting.number === HANGING_NUMBER;
  if (isHanging) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});

await import('../../workers/label-worker.ts');
