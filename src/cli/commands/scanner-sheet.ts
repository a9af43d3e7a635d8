import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { type ScannerFamily, scannerFamilies } from '#domain/scanning/scanner-families.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { scannerSheet } from '#station/documents/scanner-sheet.ts';

type ScannerSheetOptions = {
  readonly out: string;
  readonly language: Language;
  readonly family?: ScannerFamily;
};

/** `packbench scanner-sheet`: codes that show how a scanner is set up, as a PDF to print. */
export function scannerSheetCommand(): Command {
  return new Command('scanner-sheet')
    .description('write the scanner test sheet as a PDF: codes to try, and what to set at a scanner')
    .requiredOption('--out <file>', 'the PDF to write')
    .addOption(new Option('--language <language>').choices(Language.options).default('en'))
    .addOption(new Option('--family <name>', 'whose words to add').choices(scannerFamilies))
    .action(async ({ out, language, family }: ScannerSheetOptions) => {
      writeFileSync(out, await scannerSheet(documentTexts(language), Date.now(), family ?? null));
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out })}\n`);
    });
}
