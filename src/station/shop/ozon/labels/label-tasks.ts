import type { PostingNumber } from '#domain/ids.ts';
import type { ShopLabelSize } from '#domain/labels/label-size.ts';
import { err, ok } from '#domain/result.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { NOT_FOUND } from '../classify.ts';
import type { CallOptions } from '../client.ts';
import { GONE } from '../download.ts';
import { createRecent } from '../recent.ts';
import { labelFile } from './label-file.ts';
import { createLabelWays, type LabelTask } from './label-ways.ts';
import { isNotReady, labelRefused } from './readiness.ts';

/** A task that is older has an address that no longer works, in ms. */
const TASK_MS = 3_600_000;
/** Between two tasks for one thing: half of the time that they have come to nothing, within these, in ms. */
const PAUSE_MIN_MS = 500;
const PAUSE_MAX_MS = 60_000;

/** Postings whose labels are wanted in one file. */
export type WantedFile = {
  readonly numbers: readonly PostingNumber[];
  readonly size: ShopLabelSize;
  /** True where the shop's other size is of no use. */
  readonly isSizeFixed: boolean;
};

export type TaskState =
  /** The shop is at it. */
  | { readonly state: 'drawing' }
  /** Nothing came of it yet; a later call begins anew. */
  | { readonly state: 'not-ready' }
  /** `leftOut`: whose labels the shop says are not in the file, and its words; "" where it names nobody. */
  | { readonly state: 'ready'; readonly pdf: Uint8Array; readonly leftOut: readonly LeftOut[] };
export type LeftOut = { readonly number: string; readonly message: string };
type Answer = Awaited<ShopAnswer<TaskState>>;

/**
 * Tasks at the shop for files of labels, one per set of postings and size: begun, followed and forgotten in memory, so that
 * asking again goes on with the same task, and one that came to nothing is not followed by another at once.
 */
export function createLabelTasks(parts: AccountParts) {
  const ways = createLabelWays(parts);
  const tasks = createRecent<LabelTask>(parts.now, TASK_MS);
  const fruitless = createRecent<{ readonly firstAt: number; readonly lastAt: number }>(parts.now, TASK_MS);

  async function fileOf(wanted: WantedFile, options: CallOptions): ShopAnswer<TaskState> {
    const key = `${wanted.size} ${[...wanted.numbers].sort().join(' ')}`;
    const known = tasks.get(key);
    if (known !== undefined) {
      const answer = await follow(wanted, key, known, options);
      if (answer !== 'forgotten') return noted(key, answer);
    }
    if (isTooSoon(key)) return ok({ state: 'not-ready' });
    const begun = await ways.begin(wanted.numbers, options);
    if (!begun.ok) return isNotReady(begun.error) ? ok({ state: 'not-ready' }) : begun;
    if (begun.value.kind === 'file') return ok({ state: 'ready', pdf: begun.value.pdf, leftOut: [] });
    const task = taskFor(wanted, begun.value.tasks);
    if (task === undefined) return err({ code: 'malformed', detail: 'no label task' });
    tasks.set(key, task);
    const answer = await follow(wanted, key, task, options);
    return noted(key, answer === 'forgotten' ? ok({ state: 'not-ready' }) : answer);
  }

  function isTooSoon(key: string): boolean {
    const before = fruitless.get(key);
    if (before === undefined) return false;
    const pauseMs = Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, (before.lastAt - before.firstAt) / 2));
    return parts.now() < before.lastAt + pauseMs;
  }

  function noted(key: string, answer: Answer): Answer {
    const at = parts.now();
    if (answer.ok && answer.value.state === 'ready') fruitless.delete(key);
    else if (answer.ok && tasks.get(key) === undefined)
      fruitless.set(key, { firstAt: fruitless.get(key)?.firstAt ?? at, lastAt: at });
    return answer;
  }

  function taskFor(wanted: WantedFile, offered: readonly LabelTask[]): LabelTask | undefined {
    const fitting = offered.find(({ size }) => size === `${wanted.size}_label`);
    const [first] = offered;
    return fitting ?? (wanted.isSizeFixed && first?.size !== '' ? undefined : first);
  }

  /** What has become of a task; `forgotten` when the shop no longer knows it or its file. */
  async function follow(
    wanted: WantedFile,
    key: string,
    task: LabelTask,
    options: CallOptions,
  ): Promise<Answer | 'forgotten'> {
    const answer = await ways.follow(task, options);
    if (!answer.ok) {
      if (answer.error.code !== 'refused') return answer;
      tasks.delete(key);
      if (answer.error.shopCode === NOT_FOUND) return 'forgotten';
      return isNotReady(answer.error) ? ok({ state: 'not-ready' }) : answer;
    }
    const { code, unprinted, error, fileUrl } = answer.value;
    if (code === 'pending' || code === 'in_progress') return ok({ state: 'drawing' });
    // Whatever else the task says, it says nothing more: a later call begins a new one.
    tasks.delete(key);
    const isForNobody = wanted.numbers.every((number) => unprinted.some((one) => isAbout(one, number)));
    const [first] = unprinted;
    if (isForNobody && first !== undefined) return readiness(first.message);
    if (code !== 'completed' || error !== '') return readiness(error === '' ? code : error);
    if (fileUrl === '') return err({ code: 'malformed', detail: 'a finished label task without a file' });
    const file = await labelFile(parts, fileUrl, options.signal);
    if (file.ok) return ok({ ...file.value, leftOut: unprinted });
    if (file.error.code === 'refused' && file.error.shopCode === GONE) return 'forgotten';
    if (file.error.code === 'retry') tasks.set(key, task);
    return file;
  }

  return { fileOf };
}

/** Is this one left out by name, or does the shop name nobody? */
export function isAbout({ number }: LeftOut, wanted: PostingNumber): boolean {
  return number === wanted || number === '';
}

function readiness(words: string): Answer {
  const failure = labelRefused(words);
  return isNotReady(failure) ? ok({ state: 'not-ready' }) : err(failure);
}
