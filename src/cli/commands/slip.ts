import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { packagesOfPosting } from '#station/database/packages.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { packingSlip } from '#station/documents/packing-slip.ts';
import { packageAsManifestRow } from '#station/documents/to-manifest-row.ts';
import { postingOption } from '../posting-option.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

/** `packbench slip`: the packing slip of a packed posting as bytes for an ESC/POS receipt printer. */
export function slipCommand(): Command {
  return new Command('slip')
    .description('write the packing slip of a packed posting as ESC/POS bytes')
    .addOption(postingOption())
    .requiredOption('--out <file>', 'the file to write, or the device of a printer')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(homeOption())
    .action(
      async ({
        posting,
        out,
        language,
        home,
      }: { posting: PostingNumber } & Record<'out' | 'language' | 'home', string>) => {
        const texts = documentTexts(Language.parse(language));
        const row = withDatabase(home, (db) => {
          const parcel = packagesOfPosting(db, posting).at(-1);
          return parcel === undefined ? null : packageAsManifestRow(db, parcel, texts.states);
        });
        if (row === null) giveUp(`${posting}: not packed at this bench`);
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const slip = await packingSlip(row, { texts, timeZone, paper: '80mm' });
        if (!slip.ok) giveUp(`the slip cannot be drawn: ${slip.error.code}`);
        writeFileSync(out, slip.value);
        process.stdout.write(
          `${JSON.stringify({ event: 'written', file: out, bytes: slip.value.length })}\n`,
        );
      },
    );
}
