import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiRefusal, json, notFound, refused } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';
import type { Posting } from '../postings/posting.ts';
import { seededRandom } from '../world/seeded-random.ts';
import type { World } from '../world/world.ts';
import type { LabelTask } from './label-task.ts';

const NOT_READY = "The next postings aren't ready";

const createSchema = z.object({
  posting_numbers: z
    .array(z.string().min(1))
    .min(1, 'value must contain between 1 and 1000 items, inclusive')
    .max(1000, 'value must contain between 1 and 1000 items, inclusive'),
});

/** `/v3/posting/fbs/package-label/create` (two tasks, one per label stock) and `/v2/posting/fbs/package-label/get`. */
export const labelMethods: ApiMethods = {
  '/v3/posting/fbs/package-label/create': method(createSchema, ({ posting_numbers }, call) => {
    const made = makeTasks(posting_numbers, call);
    if ('kind' in made) return made;
    return json({ tasks: made.map(({ id, type }) => ({ task_id: id, task_type: type })) });
  }),
  '/v2/posting/fbs/package-label/get': method(z.object({ task_id: int64 }), (input, call) => {
    const task = call.world.labelTasks.get(input.task_id);
    return task === undefined ? notFound('TASK_NOT_FOUND') : json(taskView(task, call));
  }),
};

/** Two tasks for these postings, one per label stock; a refusal where none of them can be printed. */
export function makeTasks(
  postingNumbers: readonly string[],
  { world, now }: ApiCall,
): readonly LabelTask[] | ApiRefusal {
  const numbers = [...new Set(postingNumbers)];
  const postings = numbers.map((number) => world.postings.get(number));
  if (postings.some((posting) => posting === undefined))
    return refused('POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY');
  const known = postings.filter((posting) => posting !== undefined);
  for (const posting of known) posting.counts.labelCreations += 1;
  const judged = known.map((posting) => ({ posting, message: labelFault(posting, now) }));
  const printable = judged.filter(({ message }) => message === null);
  if (printable.length === 0)
    return refused(
      judged.some(({ message }) => message === NOT_READY) ? NOT_READY : 'NO_POSTINGS_FOR_BATCH_DOWNLOAD',
    );
  const unprinted = judged.flatMap(({ posting, message }) =>
    message === null ? [] : [{ posting: posting.number, message }],
  );
  return (['big_label', 'small_label'] as const).map((type) => addTask(world, type, numbers, unprinted, now));
}

/** Postings of a task that can be printed, in the file's page order, which is not the order asked for. */
export function printedPostings(world: World, task: LabelTask): readonly Posting[] {
  return task.postingNumbers
    .map((number) => world.postings.get(number))
    .filter((posting) => posting !== undefined)
    .filter(
      (posting) =>
        posting.status === 'awaiting_deliver' &&
        !task.unprinted.some((entry) => entry.posting === posting.number),
    )
    .sort((a, b) => (a.scanit < b.scanit ? -1 : 1));
}

/** The path of a task's file. */
export function labelPath(task: LabelTask): string {
  return `/cdn/labels/${task.id}-${task.token}.pdf`;
}

function labelFault(posting: Posting, now: number): string | null {
  if (posting.status === 'delivered') return 'label not allowed for delivered postings';
  if (posting.status === 'awaiting_packaging') return posting.shipping ? NOT_READY : 'INVALID_ARGUMENT';
  if (posting.status === 'awaiting_registration') return NOT_READY;
  if (posting.status !== 'awaiting_deliver') return 'INVALID_ARGUMENT';
  return posting.labelReadyAt === null || now < posting.labelReadyAt ? NOT_READY : null;
}

function addTask(
  world: World,
  type: LabelTask['type'],
  postingNumbers: string[],
  unprinted: LabelTask['unprinted'],
  now: number,
): LabelTask {
  world.counters.labelTask += 1;
  const id = 810_000_000 + world.counters.labelTask;
  const token = seededRandom(world.seed, `label ${id}`).letters(16);
  const task: LabelTask = { id, type, postingNumbers, unprinted, token, createdAt: now };
  world.labelTasks.set(id, task);
  return task;
}

/** A task as today's method shows it. */
export function taskView(task: LabelTask, { world, now, baseUrl }: ApiCall) {
  const age = now - task.createdAt;
  const total = task.postingNumbers.length;
  const noError = { code: '', message: '' };
  if (age < world.timings.labelTaskMs) {
    const code = age < world.timings.labelTaskMs / 2 ? 'pending' : 'in_progress';
    return {
      file_url: '',
      status: { code, postings_count: total, printed_postings_count: 0, unprinted_postings: [] },
      error: noError,
    };
  }
  const printed = printedPostings(world, task).map(({ number }) => number);
  const unprinted = task.postingNumbers
    .filter((number) => !printed.includes(number))
    .map((number) => ({
      posting_number: number,
      message: task.unprinted.find(({ posting }) => posting === number)?.message ?? 'INVALID_ARGUMENT',
    }));
  const done = printed.length > 0;
  return {
    file_url: done ? baseUrl + labelPath(task) : '',
    status: {
      code: done ? 'completed' : 'error',
      postings_count: total,
      printed_postings_count: printed.length,
      unprinted_postings: unprinted,
    },
    error: done ? noError : { code: 'NO_POSTINGS_FOR_BATCH_DOWNLOAD', message: 'no postings to print' },
  };
}
