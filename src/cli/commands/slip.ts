import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { type DocumentPaper, documentPapers } from '#contract/printer-config.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { packagesOfPosting } from '#station/database/packages.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { onPaper } from '#station/documents/on-paper.ts';
import { packingSlip } from '#station/documents/packing-slip.ts';
import { packageAsManifestRow } from '#station/documents/to-manifest-row.ts';
import { postingOption } from '../posting-option.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

type SlipOptions = {
  readonly posting: PostingNumber;
  readonly out: string;
  readonly language: Language;
  readonly paper: DocumentPaper;
  readonly home: string;
};

/** `packbench slip`: the packing slip of a packed posting for a receipt printer, or as a PDF. */
export function slipCommand(): Command {
  return new Command('slip')
    .description('write the packing slip of a packed posting')
    .addOption(postingOption())
    .requiredOption('--out <file>', 'the file to write, or the device of a printer')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(
      new Option('--paper <paper>', 'pages of a4 are a PDF, receipts ESC/POS bytes')
        .choices(documentPapers)
        .default('80mm'),
    )
    .addOption(homeOption())
    .action(async ({ posting, out, language, paper, home }: SlipOptions) => {
      const texts = documentTexts(language);
      const row = withDatabase(home, (db) => {
        const parcel = packagesOfPosting(db, posting).at(-1);
        return parcel === undefined ? null : packageAsManifestRow(db, parcel, texts.states);
      });
      if (row === null) giveUp(`${posting}: not packed at this bench`);
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const heading = { title: texts.slip.title, madeAt: Date.now() };
      const slip = await onPaper(packingSlip(row, { texts, timeZone }), paper, heading);
      if (!slip.ok) giveUp(`the slip cannot be drawn: ${slip.error.code}`);
      writeFileSync(out, slip.value);
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out, bytes: slip.value.length })}\n`);
    });
}
