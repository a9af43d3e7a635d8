import { z } from 'zod';
import type { LabelMedium } from '#domain/labels/label-size.ts';
import type { Result } from '#domain/result.ts';
import type { LabelProblem, PreparedLabel } from './prepare-label.ts';

const Medium = z.object({
  dpi: z.union([z.literal(203), z.literal(300)]),
  widthMm: z.number().min(20).max(220),
  heightMm: z.number().min(10).max(400),
}) satisfies z.ZodType<LabelMedium>;

const Job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('prepare'),
    id: z.int(),
    request: z.object({
      pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      posting: z.object({ number: z.string(), labelBarcodes: z.array(z.string()) }),
      medium: Medium,
      withPng: z.boolean().default(false),
    }),
  }),
  z.object({
    kind: z.literal('interim'),
    id: z.int(),
    request: z.object({
      content: z.object({
        number: z.string(),
        bench: z.string(),
        packer: z.string(),
        printedAt: z.string(),
        packageOf: z.string().nullable(),
        words: z.object({ title: z.string(), notice: z.string(), bench: z.string(), packer: z.string() }),
      }),
      medium: Medium,
      withPng: z.boolean().default(false),
    }),
  }),
]);

/** What the workshop asks of its worker. */
export const WorkshopJob = Job;
export type WorkshopJob = z.infer<typeof Job>;

/** What the worker is started with: the paper to warm up for. */
export const WorkshopStart = z.object({ medium: Medium });

/** What the worker answers. A reply's `result` was made by our own code and is only checked for its shape. */
export const WorkshopReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('done'),
    id: z.int(),
    result: z.custom<Result<PreparedLabel, LabelProblem>>(
      (value) => z.object({ ok: z.boolean() }).safeParse(value).success,
    ),
  }),
]);
export type WorkshopReply = z.infer<typeof WorkshopReply>;
