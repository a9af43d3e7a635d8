import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { type DocumentPaper, documentPapers } from '#contract/printer-config.ts';
import { listPostings } from '#station/database/posting-queue.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { gatherPickList } from '#station/documents/gather-pick-list.ts';
import { onPaper } from '#station/documents/on-paper.ts';
import { pickList } from '#station/documents/pick-list.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

type PickListOptions = {
  readonly postings: number;
  readonly out: string;
  readonly language: Language;
  readonly paper: DocumentPaper;
  readonly home: string;
};

/** `packbench pick-list`: what to fetch for the most urgent postings, for a receipt printer or as a PDF. */
export function pickListCommand(): Command {
  return new Command('pick-list')
    .description('write the pick list of the most urgent postings')
    .option('--postings <n>', 'how many postings to fetch for', wholeNumber, 20)
    .requiredOption('--out <file>', 'the file to write, or the device of a printer')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(
      new Option('--paper <paper>', 'pages of a4 are a PDF, receipts ESC/POS bytes')
        .choices(documentPapers)
        .default('80mm'),
    )
    .addOption(homeOption())
    .action(async ({ postings, out, language, paper, home }: PickListOptions) => {
      const entries = withDatabase(
        home,
        (db) => listPostings(db, { state: 'queued', limit: postings, offset: 0 }).entries,
      );
      if (entries.length === 0) giveUp('nothing waits to be packed');
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const texts = documentTexts(language);
      const madeAt = Date.now();
      const blocks = pickList(gatherPickList(entries, madeAt), { texts, timeZone });
      const list = await onPaper(blocks, paper, { title: texts.pickList.title, madeAt });
      if (!list.ok) giveUp(`the list cannot be drawn: ${list.error.code}`);
      writeFileSync(out, list.value);
      process.stdout.write(
        `${JSON.stringify({ event: 'written', file: out, postings: entries.length, bytes: list.value.length })}\n`,
      );
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 500)
    throw new InvalidArgumentError('a whole number from 1 to 500 is needed');
  return value;
}
