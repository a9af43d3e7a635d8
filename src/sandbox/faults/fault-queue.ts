import { type SeededRandom, seededRandom } from '../world/seeded-random.ts';
import type { Fault } from './fault.ts';

/** A fault in the queue, with how often it has struck. */
export interface QueuedFault {
  readonly id: number;
  readonly fault: Fault;
  readonly seen: number;
  readonly hits: number;
}

/** Faults on request. Each request takes what matches it: any number of latencies and mangled answers, one failure. */
export class FaultQueue {
  #queued: QueuedFault[] = [];
  #nextId = 1;
  readonly #seed: number;
  #random: SeededRandom;

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = seededRandom(seed, 'faults');
  }

  /** Queues a fault behind the others. */
  add(fault: Fault): QueuedFault {
    const queued: QueuedFault = { id: this.#nextId, fault, seen: 0, hits: 0 };
    this.#nextId += 1;
    this.#queued.push(queued);
    return queued;
  }

  /** Takes back all faults; chances start over. */
  clear(): void {
    this.#queued = [];
    this.#random = seededRandom(this.#seed, 'faults');
  }

  /** What is queued, with counts; used-up faults have left. */
  list(): readonly QueuedFault[] {
    return this.#queued;
  }

  /** The faults that strike this request, counted as hits. */
  strike(path: string, bodyText: string): readonly Fault[] {
    const struck: Fault[] = [];
    this.#queued = this.#queued.flatMap((queued) => {
      const { fault } = queued;
      if (!matches(fault, path, bodyText)) return [queued];
      const seen = queued.seen + 1;
      const failsAlready = isFailure(fault) && struck.some(isFailure);
      const strikes = seen > fault.skip && !failsAlready && this.#random.fraction() < fault.probability;
      if (!strikes) return [{ ...queued, seen: failsAlready ? queued.seen : seen }];
      struck.push(fault);
      const hits = queued.hits + 1;
      return fault.count !== null && hits >= fault.count ? [] : [{ ...queued, seen, hits }];
    });
    return struck;
  }
}

const FAILURES: ReadonlySet<Fault['kind']> = new Set([
  '429',
  '500',
  '502',
  'refusal',
  'closed',
  'lostAnswer',
  'cutAnswer',
]);

function isFailure(fault: Fault): boolean {
  return FAILURES.has(fault.kind);
}

function matches(fault: Fault, path: string, bodyText: string): boolean {
  const pattern = fault.method.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  if (!new RegExp(`^${pattern}$`).test(path)) return false;
  if (fault.containing === '' || bodyText.includes(fault.containing) || path.includes(fault.containing))
    return true;
  // Who asks for a list names no posting: whether the one that is meant is on the page shows in the answer.
  return CHANGES_ONE_POSTING.has(fault.kind) && POSTING_LIST.test(path);
}

const CHANGES_ONE_POSTING: ReadonlySet<Fault['kind']> = new Set(['unknownStatus', 'malformedPosting']);
const POSTING_LIST = /^\/v\d+\/posting\/fbs\/(unfulfilled\/)?list$/;
