import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { listPostings } from '#station/database/posting-queue.ts';
import { batchSheet } from '#station/documents/batch-sheet.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

type BatchSheetOptions = {
  readonly postings: number;
  readonly out: string;
  readonly language: Language;
  readonly home: string;
};

/** `packbench batch-sheet`: the most urgent postings to pick in one walk, as a PDF to print. */
export function batchSheetCommand(): Command {
  return new Command('batch-sheet')
    .description('write the picking sheet of the most urgent postings as a PDF')
    .option('--postings <n>', 'how many places the cart has', places, 12)
    .requiredOption('--out <file>', 'the PDF to write')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(homeOption())
    .action(async ({ postings, out, language, home }: BatchSheetOptions) => {
      const { entries } = withDatabase(home, (db) =>
        listPostings(db, { state: 'queued', limit: postings, offset: 0 }),
      );
      if (entries.length === 0) giveUp('nothing waits to be packed');
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const texts = documentTexts(language);
      writeFileSync(out, await batchSheet(entries, { texts, timeZone, madeAt: Date.now() }));
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out, postings: entries.length })}\n`);
    });
}

function places(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 200)
    throw new InvalidArgumentError('a whole number from 1 to 200 is needed');
  return value;
}
