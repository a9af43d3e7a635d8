import { parentPort, workerData } from 'node:worker_threads';
import { prepareInterim, prepareLabel, warmUpLabels } from '../labels/prepare-label.ts';
import { WorkshopJob, type WorkshopReply, WorkshopStart } from '../labels/workshop-messages.ts';

// The thread in which labels are drawn and read back. It answers one job after the other; whatever it cannot survive
// ends it, and the workshop starts another.

const port = parentPort;
if (port === null) throw new Error('label-worker runs only as a worker thread');

const { medium } = WorkshopStart.parse(workerData);

function answer(reply: WorkshopReply): void {
  const buffers: ArrayBuffer[] = [];
  if (reply.kind === 'done' && reply.result.ok) {
    const { bitmap, zpl, png } = reply.result.value;
    for (const bytes of [bitmap.rows, zpl, png]) {
      if (bytes !== null && bytes.buffer instanceof ArrayBuffer) buffers.push(bytes.buffer);
    }
  }
  port?.postMessage(reply, buffers);
}

async function work(message: unknown): Promise<void> {
  const job = WorkshopJob.parse(message);
  const result = job.kind === 'prepare' ? await prepareLabel(job.request) : await prepareInterim(job.request);
  answer({ kind: 'done', id: job.id, result });
}

port.on('message', (message: unknown) => void work(message));
await warmUpLabels(medium);
answer({ kind: 'ready' });
