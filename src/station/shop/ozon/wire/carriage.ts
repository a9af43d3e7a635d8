import { z } from 'zod';
import { flag, id, list, optionalId, text, unwrapped } from './fields.ts';

/** The answer of `/v1/carriage/create`. */
export const CarriageCreatedAnswer = unwrapped(z.object({ carriage_id: id }));

/** The answer of `/v1/carriage/get`. */
export const CarriageAnswer = unwrapped(
  z.object({ carriage_id: id, status: z.string().trim().min(1).max(200) }),
);

/** The answer of `/v1/carriage/cancel`: why it was not, or "", and how the carriage is now. */
export const CarriageCancelledAnswer = unwrapped(z.object({ error: text, carriage_status: text }));

/** The answer of `/v2/carriage/delivery/list`, so far as it names the carriages of a method; 0 means "none yet". */
export const DeliveryListAnswer = unwrapped(
  z.object({
    methods: list(
      z.object({
        delivery_method_id: optionalId,
        carriages: list(z.object({ id: optionalId, status: text })),
      }),
    ),
  }),
);

/** The answer of `/v1/carriage/set-postings`, one entry per posting; `error` is text or an empty list. */
export const SetPostingsAnswer = z.object({
  result: z.array(
    z.object({
      posting_number: z.string().trim().min(1),
      result: flag,
      error: z.preprocess((value) => (Array.isArray(value) ? value.join(', ') : value), text),
    }),
  ),
});

/** The answer of `/v2/posting/fbs/act/get-postings`. */
export const ActPostingsAnswer = z.object({
  result: z
    .array(z.object({ posting_number: z.string().trim().min(1), status: text, seller_error: text }))
    .nullable(),
});

/** A page of `/v1/assembly/carriage/posting/list`. */
export const AssemblyPostingsAnswer = unwrapped(
  z.object({ postings: list(z.object({ posting_number: z.string().trim().min(1) })), cursor: text }),
);

/** The answer of `/v2/posting/fbs/act/check-status`. */
export const ActStatusAnswer = unwrapped(z.object({ status: z.string().trim().min(1) }));

/** A PDF in a JSON envelope, which some of Ozon's file methods answer with instead of the bare bytes. */
export const FileEnvelope = unwrapped(
  z
    .object({ file_content: text, content: text })
    .transform((file) => file.file_content || file.content)
    .refine((base64) => base64 !== '', 'holds no file'),
);
