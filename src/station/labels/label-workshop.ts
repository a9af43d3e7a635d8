import { Worker } from 'node:worker_threads';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { err, type Result } from '#domain/result.ts';
import { workerFile } from '../workers/worker-file.ts';
import type { PreparedLabel } from './finish-label.ts';
import type { InterimRequest, LabelProblem, OwnLabelRequest, PrepareRequest } from './prepare-label.ts';
import type { WorkshopJob, WorkshopReply } from './workshop-messages.ts';

/** The thread that draws labels died, hung, is swamped or was closed; the label itself may be fine, ask again. */
export type WorkshopProblem = {
  readonly code: 'workshop-died' | 'workshop-timeout' | 'workshop-busy' | 'workshop-closed';
  readonly detail: string;
};

export type WorkshopAnswer = Result<PreparedLabel, LabelProblem | WorkshopProblem>;

/** Draws labels in a thread of its own, one at a time in the order asked, so that no scan waits for a picture. */
export type LabelWorkshop = {
  /** Settles when the thread is warm for the first time, or when the workshop is closed before. */
  readonly ready: Promise<void>;
  /** The shop's PDF as a label for the printer, see `prepareLabel`. */
  prepare(request: PrepareRequest): Promise<WorkshopAnswer>;
  /** The bench's own stand-in label, see `prepareInterim`. */
  interim(request: InterimRequest): Promise<WorkshopAnswer>;
  /** A label of our own from its model, see `prepareOwn`. */
  own(request: OwnLabelRequest): Promise<WorkshopAnswer>;
  /** Ends the thread; whatever is still waiting is answered with `workshop-closed`. */
  close(): Promise<void>;
};

export type LabelWorkshopOptions = {
  /** The printer to warm up for; others work as well. */
  readonly target: LabelTarget;
  readonly workerUrl?: URL;
  /** After this long one job is given up and the thread replaced; default 15 s. */
  readonly jobTimeoutMs?: number;
  /** Told of every death of the thread, for the log. */
  readonly onDeath?: (detail: string) => void;
};

type Waiting = { readonly job: WorkshopJob; readonly settle: (answer: WorkshopAnswer) => void };

const JOB_TIMEOUT_MS = 15_000;
const WAITING_MAX = 200;
const RESTART_PAUSES_MS = [0, 200, 1000, 5000];
const MEMORY_MB_MAX = 512;
/** A label leaves little of its own in the engine's heap; a larger nursery is only held and never filled. */
const YOUNG_MB_MAX = 4;

/** Starts the workshop's thread and begins to warm it up at once. */
export function createLabelWorkshop(options: LabelWorkshopOptions): LabelWorkshop {
  const workshop = new ThreadedWorkshop(options);
  workshop.start();
  return workshop;
}

class ThreadedWorkshop implements LabelWorkshop {
  readonly ready: Promise<void>;
  readonly #becomeReady: () => void;
  readonly #options: LabelWorkshopOptions;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #isWarm = false;
  #isClosed = false;
  #deathsInARow = 0;
  #lastId = 0;
  #deadline: NodeJS.Timeout | undefined;
  #restart: NodeJS.Timeout | undefined;

  constructor(options: LabelWorkshopOptions) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#becomeReady = resolve;
    this.#options = options;
  }

  start(): void {
    const worker = new Worker(this.#options.workerUrl ?? workerFile('label-worker'), {
      workerData: { target: this.#options.target },
      execArgv: [],
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX, maxYoungGenerationSizeMb: YOUNG_MB_MAX },
    });
    // The station's own standard output is an interface: nothing that a library prints may get into it.
    worker.stdout.resume();
    let cause = 'ended';
    worker.on('error', (error: unknown) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    worker.on('message', (reply: WorkshopReply) => this.#hear(reply));
    worker.on('exit', (code) => this.#died(`${cause} (exit code ${code})`));
    this.#worker = worker;
  }

  prepare(request: PrepareRequest): Promise<WorkshopAnswer> {
    return this.#enqueue({ kind: 'prepare', id: this.#nextId(), request });
  }

  interim({ content, target, withPng = false }: InterimRequest): Promise<WorkshopAnswer> {
    return this.#enqueue({ kind: 'interim', id: this.#nextId(), request: { content, target, withPng } });
  }

  own(request: OwnLabelRequest): Promise<WorkshopAnswer> {
    return this.#enqueue({ kind: 'own', id: this.#nextId(), request });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    this.#finish(err({ code: 'workshop-closed', detail: 'closed' }));
    this.#answerAll({ code: 'workshop-closed', detail: 'closed' });
    this.#becomeReady();
    await this.#worker?.terminate();
  }

  #enqueue(job: WorkshopJob): Promise<WorkshopAnswer> {
    if (this.#isClosed) return Promise.resolve(err({ code: 'workshop-closed', detail: 'closed' }));
    if (this.#waiting.length >= WAITING_MAX) {
      return Promise.resolve(err({ code: 'workshop-busy', detail: `${WAITING_MAX} labels are waiting` }));
    }
    return new Promise((settle) => {
      this.#waiting.push({ job, settle });
      this.#next();
    });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #next(): void {
    if (this.#current !== null || !this.#isWarm || this.#worker === null) return;
    this.#current = this.#waiting.shift() ?? null;
    if (this.#current === null) return;
    this.#deadline = setTimeout(() => this.#giveUp(), this.#options.jobTimeoutMs ?? JOB_TIMEOUT_MS);
    this.#worker.postMessage(this.#current.job);
  }

  #hear(reply: WorkshopReply): void {
    if (reply.kind === 'ready') {
      this.#isWarm = true;
      this.#becomeReady();
    } else if (this.#current?.job.id === reply.id) {
      this.#deathsInARow = 0;
      this.#finish(reply.result);
    }
    this.#next();
  }

  #finish(answer: WorkshopAnswer): void {
    clearTimeout(this.#deadline);
    const done = this.#current;
    this.#current = null;
    done?.settle(answer);
  }

  #giveUp(): void {
    // No job may go to the thread between giving up on it and its exit.
    this.#isWarm = false;
    this.#finish(err({ code: 'workshop-timeout', detail: 'the label was not drawn in time' }));
    void this.#worker?.terminate();
  }

  #died(detail: string): void {
    const hadBegun = this.#current !== null || this.#isWarm;
    this.#worker = null;
    this.#isWarm = false;
    if (this.#isClosed) return;
    this.#options.onDeath?.(detail);
    this.#finish(err({ code: 'workshop-died', detail }));
    // A thread that cannot even start twice will not start for the waiting jobs either.
    if (!hadBegun && this.#deathsInARow > 0) this.#answerAll({ code: 'workshop-died', detail });
    const pauseMs = RESTART_PAUSES_MS[Math.min(this.#deathsInARow, RESTART_PAUSES_MS.length - 1)];
    this.#deathsInARow += 1;
    this.#restart = setTimeout(() => this.start(), pauseMs);
  }

  #answerAll(problem: WorkshopProblem): void {
    for (const { settle } of this.#waiting.splice(0)) settle(err(problem));
  }
}
