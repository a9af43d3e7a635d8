import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { defaultBenchFile } from '#station/bench-file/default-bench-file.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { benchControlSheet } from '#station/documents/bench-control-sheet.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { giveUp } from '../say.ts';

/** `packbench control-sheet`: the control codes and badges of a bench as a PDF to print and hang up. */
export function controlSheetCommand(): Command {
  return new Command('control-sheet')
    .description('write the sheet of control codes, cartons and badges as a PDF')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--bench <file>', 'the bench file whose cartons and people to print')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .action(async ({ out, bench, language }: { out: string; bench?: string; language: string }) => {
      const file = bench === undefined ? null : readBenchFile(bench);
      if (file !== null && !file.ok) giveUp(`${file.error.file}: ${file.error.code}\n${file.error.detail}`);
      const texts = documentTexts(Language.parse(language));
      const sheet = await benchControlSheet(file?.value ?? defaultBenchFile(), texts, Date.now());
      if (!sheet.ok) giveUp(`a code cannot be printed: ${JSON.stringify(sheet.error)}`);
      writeFileSync(out, sheet.value.pdf);
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out, codes: sheet.value.codes })}\n`);
    });
}
