import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';
import { makeTasks, printedPostings, taskView } from './label-methods.ts';
import { labelPdf } from './label-pdf.ts';

const batchSchema = z.object({ posting_number: z.array(z.string().min(1)).min(1) });
const atOnceSchema = z.object({
  posting_number: z.array(z.string().min(1)).min(1).max(20, 'value must contain no more than 20 item(s)'),
});

/** The label methods that Ozon shut down on 2026-11-02. They answer only while the stand-in is told to have them still. */
export const oldLabelMethods: ApiMethods = {
  '/v2/posting/fbs/package-label/create': method(batchSchema, ({ posting_number }, call) => {
    const made = makeTasks(posting_number, call);
    if ('kind' in made) return made;
    return json({ result: { tasks: made.map(({ id, type }) => ({ task_id: id, task_type: type })) } });
  }),
  '/v1/posting/fbs/package-label/create': method(batchSchema, ({ posting_number }, call) => {
    const made = makeTasks(posting_number, call);
    if ('kind' in made) return made;
    return json({ result: { task_id: made[0]?.id ?? 0 } });
  }),
  '/v1/posting/fbs/package-label/get': method(z.object({ task_id: int64 }), ({ task_id }, call) => {
    const task = call.world.labelTasks.get(task_id);
    if (task === undefined) return notFound('TASK_NOT_FOUND');
    const { file_url, status, error } = taskView(task, call);
    return json({
      result: {
        ...{ error: error.message, status: status.code, file_url },
        printed_postings_count: status.printed_postings_count,
        unprinted_postings_count: status.unprinted_postings.length,
        unprinted_postings: status.unprinted_postings.map(({ posting_number, message }) => ({
          ...{ posting_number, msg: message },
        })),
      },
    });
  }),
  '/v2/posting/fbs/package-label': method(atOnceSchema, async ({ posting_number }, call) => {
    const made = makeTasks(posting_number, call);
    if ('kind' in made) return made;
    const [task] = made;
    const [unprinted] = task?.unprinted ?? [];
    // One posting that cannot be printed fails the whole file.
    if (task === undefined || unprinted !== undefined)
      return refused(unprinted?.message ?? 'INVALID_ARGUMENT');
    const bytes = await labelPdf(printedPostings(call.world, task), task.type, call.now);
    return { kind: 'bytes', contentType: 'application/pdf', bytes };
  }),
};
