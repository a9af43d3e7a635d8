import { type ShopConfig, shopIdOf } from '#contract/bench-file.ts';
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
  readonly shops: readonly ShopConfig[];
  /** Epoch ms. */
  readonly now: number;
};

/** Writes the packages of a day into a file: read and written in a thread of its own, on a connection of its own. */
export function writeManifest(request: ManifestRequest): Promise<Result<ExportedManifest, ExportProblem>> {
  const { db, day, format, outPath, language, bench, shops, now } = request;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return exportManifest({
    format,
    outPath,
    language,
    heading: {
      ...{ day, bench, timeZone, generatedAt: now },
      shops: shops.map((config) => ({ id: shopIdOf(config), name: headingName(config) })),
    },
    databaseFile: db.file,
  });
}

/** The Client-Id tells the office which account it is, whatever the bench calls it. */
function headingName({ name, clientId }: ShopConfig): string {
  return name === undefined ? clientId : `${name} (${clientId})`;
}
