import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { Language } from '#contract/language.ts';
import { databaseFile } from '#station/database/open-database.ts';
import { openReadOnly } from '#station/database/open-read-only.ts';
import { ManifestFormat } from '#station/documents/export-messages.ts';
import { writeManifest } from '#station/documents/write-manifest.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';

const Options = z.object({
  date: z.iso.date(),
  format: ManifestFormat,
  out: z.string().min(1),
  home: z.string(),
  language: Language,
});

/** `packbench manifest`: a day's packages as XLSX, CSV or PDF; works beside a running station. */
export function manifestCommand(): Command {
  return new Command('manifest')
    .description("write a day's packages into a file")
    .requiredOption('--date <YYYY-MM-DD>', "the day, in this computer's time zone")
    .addOption(new Option('--format <format>').choices(ManifestFormat.options).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file to write')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(homeOption())
    .action(async (given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) giveUp(z.prettifyError(options.error));
      await write(options.data);
    });
}

async function write({ date, format, out, home, language }: z.infer<typeof Options>): Promise<void> {
  const db = openReadOnly(databaseFile(home));
  if (!db.ok) giveUp(`${db.error.file}: cannot be read (${db.error.detail})`);
  const outPath = resolve(out);
  const written = await writeManifest({
    db: db.value,
    day: date,
    format,
    outPath,
    language,
    bench: '',
    shops: [],
    now: Date.now(),
  });
  db.value.close();
  if (!written.ok) giveUp(`${outPath}: not written (${written.error.code}: ${written.error.detail})`);
  process.stdout.write(
    `${JSON.stringify({ event: 'written', file: outPath, packages: written.value.packages, bytes: written.value.bytes })}\n`,
  );
}
