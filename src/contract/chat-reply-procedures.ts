import { z } from 'zod';
import type { ProcedureTable } from './procedure-table.ts';

const done = z.object({ done: z.literal(true) });

/** Answers that the seller gives again and again. They are put into the field by a press, and sent by another alone. */
export const chatReplyProcedures = {
  'chat.replies': {
    role: 'packer',
    input: z.object({}),
    output: z.object({ replies: z.array(z.object({ id: z.string(), text: z.string() })) }),
  },
  /** Changes an answer, or with `id` null makes a new one; 50 at most. */
  'chat.keepReply': {
    role: 'lead',
    input: z.object({ id: z.string().max(64).nullable(), text: z.string().trim().min(1).max(1000) }),
    output: done,
  },
  'chat.dropReply': { role: 'lead', input: z.object({ id: z.string().max(64) }), output: done },
} as const satisfies ProcedureTable;
