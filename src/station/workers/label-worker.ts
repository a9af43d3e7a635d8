import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '#domain/result.ts';
import type { PreparedLabel } from '../labels/finish-label.ts';
import {
  type LabelProblem,
  prepareInterim,
  prepareLabel,
  prepareOwn,
  warmUpLabels,
} from '../labels/prepare-label.ts';
import type { WorkshopJob, WorkshopReply, WorkshopStart } from '../labels/workshop-messages.ts';

// The thread in which labels are drawn and read back. It answers one job after the other; whatever it cannot survive
// ends it, and the workshop starts another.

const port = parentPort;
if (port === null) throw new Error('label-worker runs only as a worker thread');

const { target }: WorkshopStart = workerData;

function answer(reply: WorkshopReply): void {
  const buffers: ArrayBuffer[] = [];
  if (reply.kind === 'done' && reply.result.ok) {
    const { bitmap, bytes, png } = reply.result.value;
    for (const part of [bitmap.rows, bytes, png]) {
      if (part !== null && part.buffer instanceof ArrayBuffer) buffers.push(part.buffer);
    }
  }
  port?.postMessage(reply, buffers);
}

function drawn(job: WorkshopJob): Promise<Result<PreparedLabel, LabelProblem>> {
  switch (job.kind) {
    case 'prepare':
      return prepareLabel(job.request);
    case 'interim':
      return prepareInterim(job.request);
    case 'own':
      return prepareOwn(job.request);
  }
}

async function work(job: WorkshopJob): Promise<void> {
  answer({ kind: 'done', id: job.id, result: await drawn(job) });
}

port.on('message', (job: WorkshopJob) => void work(job));
await warmUpLabels(target);
answer({ kind: 'ready' });
