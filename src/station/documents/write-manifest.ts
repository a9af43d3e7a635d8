import type { Language } from '#contract/language.ts';
import type { Result } from '#domain/result.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { type ExportedManifest, type ExportProblem, exportManifest } from './export-manifest.ts';
import type { ManifestFormat } from './export-messages.ts';

export type ManifestRequest = {
  readonly db: Pick<ReadableDatabase, 'file'>;
  /** The bench's own day, "YYYY-MM-DD". */
  readonly day: string;
  readonly format: ManifestFormat;
  readonly outPath: string;
  readonly language: Language;
  readonly bench: string;
  readonly shop: string;
  /** Epoch ms. */
  readonly now: number;
};

/** Writes the packages of a day into a file: read and written in a thread of its own, on a connection of its own. */
export function writeManifest(request: ManifestRequest): Promise<Result<ExportedManifest, ExportProblem>> {
  const { db, day, format, outPath, language, bench, shop, now } = request;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return exportManifest({
    format,
    outPath,
    language,
    heading: { day, shop, bench, timeZone, generatedAt: now },
    databaseFile: db.file,
  });
}
