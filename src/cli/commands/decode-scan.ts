import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import { problemText } from '#contract/texts/sentences.ts';
import { describeCode } from '#domain/scanning/describe-code.ts';

/** `packbench decode-scan`: what scanned codes are, one a line. */
export function decodeScanCommand(): Command {
  return new Command('decode-scan')
    .description('what scanned codes are: one code a line in (\\x1d for a separator), one JSON a line out')
    .addOption(
      new Option('--language <language>', 'of the sentences').choices(Language.options).default('en'),
    )
    .action(async ({ language }: { language: Language }) => {
      const thisYear = new Date().getFullYear();
      for await (const line of createInterface({ input: process.stdin })) {
        const { problem, ...described } = describeCode(withControlCharacters(line), thisYear);
        const explained =
          problem === null ? null : { code: problem, sentence: problemText(language, problem) };
        process.stdout.write(`${JSON.stringify({ ...described, problem: explained })}\n`);
      }
    });
}

/** `\x1d` and the like become the bytes that a scanner sends; `\\` is a backslash. */
function withControlCharacters(line: string): string {
  return line.replaceAll(/\\(?:x([0-9a-f]{2})|([\\trn]))/gi, (_, hex: string | undefined, letter: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return { t: '\t', r: '\r', n: '\n' }[letter.toLowerCase()] ?? '\\';
  });
}
