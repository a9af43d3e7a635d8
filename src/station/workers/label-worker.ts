import { parentPort, workerData } from 'node:worker_threads';
import { prepareInterim, prepareLabel, warmUpLabels } from '../labels/prepare-label.ts';
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

async function work(job: WorkshopJob): Promise<void> {
  const result = job.kind === 'prepare' ? await prepareLabel(job.request) : await prepareInterim(job.request);
  answer({ kind: 'done', id: job.id, result });
}

port.on('message', (job: WorkshopJob) => void work(job));
await warmUpLabels(target);
answer({ kind: 'ready' });
