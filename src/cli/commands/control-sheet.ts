import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Language } from '#contract/language.ts';
import {
  type ControlCode,
  controlSheet as controlsFor,
  toControlText,
} from '#domain/scanning/control-code.ts';
import { defaultBenchFile } from '#station/bench-file/default-bench-file.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { controlSheet } from '#station/documents/control-sheet.ts';
import { type DocumentTexts, documentTexts } from '#station/documents/document-texts.ts';
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
      const { cartons, people } = file?.value ?? defaultBenchFile();
      const texts = documentTexts(Language.parse(language));
      const controls: ControlCode[] = [
        ...controlsFor(cartons.map((carton) => carton.code)),
        ...people.map((person) => ({ control: 'badge' as const, packer: person.id })),
      ];
      const names = new Map<string, string>(people.map((person) => [person.id, person.name]));
      const sheet = await controlSheet(
        controls.map((control) => ({
          text: toControlText(control),
          caption: captionOf(control, texts.controls, names),
        })),
        texts,
        Date.now(),
      );
      if (!sheet.ok) giveUp(`a code cannot be printed: ${JSON.stringify(sheet.error)}`);
      writeFileSync(out, sheet.value);
      process.stdout.write(`${JSON.stringify({ event: 'written', file: out, codes: controls.length })}\n`);
    });
}

function captionOf(
  control: ControlCode,
  captions: DocumentTexts['controls'],
  names: ReadonlyMap<string, string>,
): string {
  if (control.control === 'box') return `${captions.box} ${control.carton}`;
  if (control.control === 'badge') return `${captions.badge} ${names.get(control.packer) ?? control.packer}`;
  return captions[control.control];
}
