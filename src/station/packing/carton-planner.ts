import { Worker } from 'node:worker_threads';
import { workerFile } from '../workers/worker-file.ts';
import type { CartonAnswer, CartonJob } from './carton-jobs.ts';

/** Searches cartons in a thread of its own. An answer of null means that the thread died over the question. */
export type CartonPlanner = {
  /** Never settles once the planner is closed. */
  ask(job: CartonJob): Promise<CartonAnswer | null>;
  close(): Promise<void>;
};

/** Starts the planner's thread; one that dies is replaced with the next question. */
export function createCartonPlanner(): CartonPlanner {
  const waiting = new Map<number, (answer: CartonAnswer | null) => void>();
  let worker: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(workerFile('carton-worker'), { execArgv: [], stdout: true });
    // The station's own standard output is an interface: nothing that a library prints may get into it.
    started.stdout.resume();
    started.on('message', ({ id, answer }: { id: number; answer: CartonAnswer }) => settle(id, answer));
    started.on('error', () => giveUp(started));
    started.on('exit', () => giveUp(started));
    return started;
  }

  function settle(id: number, answer: CartonAnswer | null): void {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  }

  function giveUp(dead: Worker): void {
    if (worker !== dead) return;
    worker = null;
    for (const id of [...waiting.keys()]) settle(id, null);
  }

  worker = start();
  return {
    ask(job) {
      worker ??= start();
      lastId += 1;
      const id = lastId;
      worker.postMessage({ id, job });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    async close() {
      const ending = worker;
      worker = null;
      // Whoever waits still would take an answer for "nothing fits" and write it down.
      waiting.clear();
      await ending?.terminate();
    },
  };
}
