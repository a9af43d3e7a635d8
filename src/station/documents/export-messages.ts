import { z } from 'zod';
import { Language } from '#contract/language.ts';
import { ManifestHeading, ManifestRow } from './manifest-row.ts';

/** The formats a manifest is exported in. */
export const ManifestFormat = z.enum(['xlsx', 'csv', 'pdf']);
export type ManifestFormat = z.infer<typeof ManifestFormat>;

/** What the export worker is started with. */
export const ExportStart = z.object({
  format: ManifestFormat,
  outPath: z.string().min(1),
  language: Language,
  heading: ManifestHeading,
});
export type ExportStart = z.infer<typeof ExportStart>;

/** What it is told then: rows in chunks, or where to read those of the heading's day, and the end of them. */
export const ExportMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), databaseFile: z.string().min(1) }),
  z.object({ kind: z.literal('rows'), rows: z.array(ManifestRow).max(5000) }),
  z.object({ kind: z.literal('end') }),
]);
export type ExportMessage = z.infer<typeof ExportMessage>;

/** What it answers: a request for the next chunk after each one, and one outcome. */
export const ExportReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('more') }),
  z.object({ kind: z.literal('written'), packages: z.int(), bytes: z.int() }),
  z.object({ kind: z.literal('failed'), code: z.string(), detail: z.string() }),
]);
export type ExportReply = z.infer<typeof ExportReply>;
