import { z } from 'zod';
import { findingCodes } from '#domain/catalogue/import-finding.ts';
import type { ProcedureTable } from './procedure-table.ts';

const done = z.object({ done: z.literal(true) });
const Id = z.object({ id: z.string().max(64) });
const Format = z.enum(['xlsx', 'csv']);
const TypeIds = z.object({
  categoryId: z.string().regex(/^\d{1,20}$/),
  typeId: z.string().regex(/^\d{1,20}$/),
});
const Facts = z.record(z.string(), z.union([z.string(), z.number()]));

/** A kind of goods, with the names of its categories, the widest first. */
export const ProductTypeView = TypeIds.extend({ name: z.string(), path: z.array(z.string()) });
export type ProductTypeView = z.infer<typeof ProductTypeView>;

/** How many lines of a file are how far. */
export const ImportCounts = z.object({
  faulty: z.int(),
  ready: z.int(),
  /** On their way, or being worked on by the shop. */
  underWay: z.int(),
  refused: z.int(),
  moderating: z.int(),
  approved: z.int(),
  declined: z.int(),
  unknown: z.int(),
  left: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** One file of products. Times are epoch ms. */
export const ImportView = z.object({
  id: z.string(),
  fileName: z.string(),
  typeName: z.string(),
  actor: z.string(),
  createdAt: z.int(),
  state: z.enum(['checked', 'running', 'done']),
  startedAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  /** Nothing more is sent until then, and why in the shop's words. */
  waitUntil: z.int().nullable(),
  waitsFor: z.string().nullable(),
  /** Columns of the file that mean nothing to it. */
  ignored: z.array(z.string()),
  total: z.int(),
  counts: ImportCounts,
});
export type ImportView = z.infer<typeof ImportView>;

/** One line of a file. */
export const ImportLineView = z.object({
  row: z.int(),
  article: z.string(),
  name: z.string(),
  state: z.enum([
    ...[
      'faulty',
      'ready',
      'sending',
      'taken',
      'refused',
      'moderating',
      'approved',
      'declined',
      'unknown',
      'left',
    ],
  ] as const),
  findings: z.array(z.object({ column: z.string(), code: z.enum(findingCodes), facts: Facts })),
  /** The shop's own words, with the column that they are about; "" where they are about the whole. */
  complaints: z.array(z.object({ column: z.string(), words: z.string(), isError: z.boolean() })),
});
export type ImportLineView = z.infer<typeof ImportLineView>;

/** How many products may still be made; null is without limit. */
export const ImportQuotaView = z.object({
  leftToday: z.int().nullable(),
  resetsAt: z.int().nullable(),
  leftAtAll: z.int().nullable(),
  perMinute: z.int().nullable(),
});
export type ImportQuotaView = z.infer<typeof ImportQuotaView>;

/** Products made from a spreadsheet. */
export const productImportProcedures = {
  /** Kinds of goods whose names hold all words of `search`, fifty at most. */
  'import.types': {
    role: 'lead',
    input: z.object({ search: z.string().max(100), isAnew: z.boolean() }),
    output: z.object({ types: z.array(ProductTypeView), total: z.int(), readAt: z.int() }),
  },
  /** Writes the template of a kind of goods into the bench's exports folder and says where. */
  'import.template': {
    role: 'lead',
    input: TypeIds.extend({ format: Format }),
    output: z.object({ file: z.string() }),
  },
  /** Checks a file and keeps the outcome; nothing is sent. */
  'import.check': {
    role: 'lead',
    input: TypeIds.extend({
      fileName: z.string().min(1).max(200),
      /** The file's bytes, base64; 5 MB at most. */
      data: z
        .string()
        .max(7_000_000)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/),
    }),
    output: z.discriminatedUnion('isSheet', [
      z.object({ isSheet: z.literal(true), id: z.string() }),
      z.object({
        isSheet: z.literal(false),
        code: z.enum([
          ...[
            'unreadable',
            'too-large',
            'too-many-rows',
            'no-rows',
            'no-header',
            'columns-missing',
            'column-twice',
          ],
        ] as const),
        facts: Facts,
      }),
    ]),
  },
  'import.list': { role: 'lead', input: z.object({}), output: z.object({ imports: z.array(ImportView) }) },
  'import.read': { role: 'lead', input: Id, output: ImportView },
  'import.lines': {
    role: 'lead',
    input: Id.extend({
      which: z.enum(['all', 'trouble']),
      limit: z.int().min(1).max(200),
      offset: z.int().min(0).max(100_000),
    }),
    output: z.object({ lines: z.array(ImportLineView), total: z.int() }),
  },
  'import.quota': { role: 'lead', input: z.object({}), output: ImportQuotaView },
  /** Begins to send the good lines; refused where fewer products may be made than there are. */
  'import.send': {
    role: 'lead',
    input: Id,
    output: z.discriminatedUnion('isStarted', [
      z.object({ isStarted: z.literal(true) }),
      z.object({ isStarted: z.literal(false), wanted: z.int(), quota: ImportQuotaView }),
    ]),
  },
  /** Leaves what was not sent yet; what the shop has, goes on. */
  'import.stop': { role: 'lead', input: Id, output: done },
  /** Writes the lines that are in trouble as a file to be mended and given again, with what is wrong in its first column. */
  'import.faults': {
    role: 'lead',
    input: Id.extend({ format: Format }),
    output: z.object({ file: z.string(), lines: z.int() }),
  },
} as const satisfies ProcedureTable;
