import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { listPostings, type QueueEntry } from '#station/database/posting-queue.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { type PickList, pickList } from '#station/documents/pick-list.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

/** `packbench pick-list`: what to fetch for the most urgent postings, as bytes for an ESC/POS receipt printer. */
export function pickListCommand(): Command {
  return new Command('pick-list')
    .description('write the pick list of the most urgent postings as ESC/POS bytes')
    .option('--postings <n>', 'how many postings to fetch for', wholeNumber, 20)
    .requiredOption('--out <file>', 'the file to write, or the device of a printer')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(homeOption())
    .action(
      async ({
        postings,
        out,
        language,
        home,
      }: {
        postings: number;
        out: string;
        language: string;
        home: string;
      }) => {
        const entries = withDatabase(
          home,
          (db) => listPostings(db, { state: 'queued', limit: postings, offset: 0 }).entries,
        );
        if (entries.length === 0) giveUp('nothing waits to be packed');
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const texts = documentTexts(Language.parse(language));
        const list = await pickList(gather(entries), { texts, timeZone, paper: '80mm' });
        if (!list.ok) giveUp(`the list cannot be drawn: ${list.error.code}`);
        writeFileSync(out, list.value);
        process.stdout.write(
          `${JSON.stringify({ event: 'written', file: out, postings: entries.length, bytes: list.value.length })}\n`,
        );
      },
    );
}

/** One line per product over all postings, in the order they are first needed. */
function gather(entries: readonly QueueEntry[]): PickList {
  const lines = new Map<string, PickList['lines'][number]>();
  for (const { sku, name, quantity } of entries.flatMap((entry) => entry.lines)) {
    const known = lines.get(sku);
    lines.set(sku, { sku, offerId: '', name, quantity: quantity + (known?.quantity ?? 0) });
  }
  const cutoffs = entries.flatMap(({ cutoffAt }) => (cutoffAt === null ? [] : [cutoffAt]));
  return {
    postings: entries.length,
    madeAt: Date.now(),
    cutoffAt: cutoffs.length === 0 ? null : Math.min(...cutoffs),
    lines: [...lines.values()],
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 500)
    throw new InvalidArgumentError('a whole number from 1 to 500 is needed');
  return value;
}
