import { z } from 'zod';
import { id, isRecord, list, part, text, unwrapped } from '../wire/fields.ts';

/** The answer of `/v3/posting/fbs/package-label/create`: one or two tasks, by label size. */
export const LabelTasksAnswer = unwrapped(
  z.object({ tasks: z.array(z.object({ task_id: id, task_type: text })).min(1) }),
);

/** The answer of `/v1/posting/fbs/package-label/create`: one task, of which nothing says in what size. */
export const OneLabelTaskAnswer = unwrapped(
  z.object({ task_id: id }).transform(({ task_id }) => ({ tasks: [{ task_id, task_type: '' }] })),
);

const Unprinted = z
  .object({ posting_number: text, message: text, msg: text })
  .transform(({ posting_number, message, msg }) => ({ number: posting_number, message: message || msg }));

const Status = z.object({ code: z.string().trim().min(1), unprinted_postings: list(Unprinted) });

/** The answer of `/v2/posting/fbs/package-label/get`; its elder sent `status` and `error` as plain text. */
export const LabelTaskAnswer = unwrapped(
  z
    .object({
      file_url: text,
      status: z.preprocess((value) => (typeof value === 'string' ? { code: value } : value), Status),
      error: z.preprocess(
        (value) => (typeof value === 'string' ? { message: value } : isRecord(value) ? value : null),
        part(z.object({ code: text, message: text })),
      ),
      unprinted_postings: list(Unprinted),
    })
    .transform((answer) => ({
      fileUrl: answer.file_url,
      code: answer.status.code.toLowerCase(),
      unprinted: [...answer.status.unprinted_postings, ...answer.unprinted_postings],
      error: [answer.error.code, answer.error.message].filter((word) => word !== '').join(': '),
    })),
);
