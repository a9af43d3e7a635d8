import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { scannerSheet } from '#station/documents/scanner-sheet.ts';

/** `packbench scanner-sheet`: codes that show how a scanner is set up, as a PDF to print. */
export function scannerSheetCommand(): Command {
  return new Command('scanner-sheet')
    .description('write the scanner test sheet as a PDF: codes to try, and what to set at a scanner')
    .requiredOption('--out <file>', 'the PDF to write')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .action(async ({ out, language }: { out: string; language: Language }) => {
      writeFileSync(out, await scannerSheet(documentTexts(language), Date.now()));
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out })}\n`);
    });
}
