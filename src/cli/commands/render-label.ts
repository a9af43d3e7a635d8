import { readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Language } from '#contract/language.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { LabelMedium } from '#domain/labels/label-size.ts';
import { type LabelTarget, type PrinterLanguage, printerLanguages } from '#domain/labels/printer-language.ts';
import { type SampleName, sampleNames } from '#domain/labels/templates/sample-names.ts';
import { getLabel } from '#station/database/labels.ts';
import { getPosting } from '#station/database/posting-record.ts';
import { readBytes } from '#station/database/stored-bytes.ts';
import { documentTexts } from '#station/documents/document-texts.ts';
import { localTimeIn } from '#station/documents/local-time.ts';
import type { ExpectedCodes } from '#station/labels/check-label.ts';
import { prepareInterim, prepareLabel, prepareOwn } from '#station/labels/prepare-label.ts';
import { wholeFile } from '#station/labels/raster-pdf.ts';
import { sampleLabel } from '#station/labels/sample-labels.ts';
import { postingNumber } from '../posting-option.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

type RenderOptions = {
  readonly pdf?: string;
  readonly posting?: PostingNumber;
  readonly number?: string;
  readonly template?: SampleName;
  readonly language: PrinterLanguage;
  readonly dpi: LabelMedium['dpi'];
  readonly size: { readonly widthMm: number; readonly heightMm: number };
  readonly out?: string;
  readonly home: string;
  readonly words: Language;
};

/** `packbench render-label`: what a printer is sent for a label, checked as before every printing. */
export function renderLabelCommand(): Command {
  return new Command('render-label')
    .description('write what a printer is sent for a label, after reading it back')
    .option('--pdf <file>', "a marketplace's label")
    .addOption(
      new Option('--posting <number>', 'the label of a posting of this bench')
        .argParser(postingNumber)
        .conflicts('pdf'),
    )
    .addOption(
      new Option('--template <name>', 'a label of our own with made-up contents')
        .choices(sampleNames)
        .conflicts(['pdf', 'posting']),
    )
    .option('--number <number>', 'with --pdf: the number that must read back')
    .addOption(
      new Option('--language <language>', "the printer's").choices(printerLanguages).makeOptionMandatory(),
    )
    .addOption(new Option('--dpi <dpi>', 'of the print head').argParser(printHead).default(203))
    .addOption(new Option('--size <mm>', 'of the paper, as 75x120').argParser(paper).makeOptionMandatory())
    .option('--out <file>', 'the file to write; the standard output unless told')
    .addOption(
      new Option('--words <language>', 'of an interim label').choices(Language.options).default('en'),
    )
    .addOption(homeOption())
    .action(render);
}

async function render(options: RenderOptions): Promise<void> {
  const { language, dpi, size, out } = options;
  const target: LabelTarget = { language, dpi, ...size };
  const source = sourceOf(options);
  const prepared = await prepare(source, target);
  if (!prepared.ok) giveUp(`not printed: ${JSON.stringify(prepared.error)}`);
  const { bytes, sha256, readBack, finestBarDots, readsWhenWorn } = prepared.value;
  if (out === undefined) process.stdout.write(bytes);
  else writeFileSync(out, bytes);
  const facts = { label: source.kind, bytes: bytes.length, sha256, readBack, finestBarDots, readsWhenWorn };
  process.stderr.write(`${JSON.stringify(facts)}\n`);
}

function prepare(source: Source, target: LabelTarget) {
  switch (source.kind) {
    case 'pdf':
      return prepareLabel({
        ...{ pdf: source.pdf, posting: source.posting, target },
        place: source.page === null ? wholeFile : { page: source.page, pages: null },
      });
    case 'interim':
      return prepareInterim({ content: source.content, target });
    case 'template': {
      const words = documentTexts(source.words).templates;
      return prepareOwn({ ...sampleLabel(source.name, target, words, printedNow()), target });
    }
  }
}

function printedNow(): string {
  return localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone)(Date.now());
}

type Source =
  | { readonly kind: 'template'; readonly name: SampleName; readonly words: Language }
  | {
      readonly kind: 'pdf';
      readonly pdf: Uint8Array;
      readonly page: number | null;
      readonly posting: ExpectedCodes | null;
    }
  | { readonly kind: 'interim'; readonly content: Parameters<typeof prepareInterim>[0]['content'] };

function sourceOf({ pdf, posting, number, template, home, words }: RenderOptions): Source {
  if (template !== undefined) return { kind: 'template', name: template, words };
  if (pdf !== undefined) {
    const expected = number === undefined ? null : { number, labelBarcodes: [] };
    return { kind: 'pdf', pdf: readFileSync(pdf), page: null, posting: expected };
  }
  if (posting === undefined) giveUp('name a label: --pdf FILE, --posting NUMBER or --template NAME');
  return withDatabase(home, (db): Source => {
    const record = getPosting(db, posting);
    if (record === null) giveUp(`${posting}: not known at this bench`);
    const label = getLabel(db, posting);
    const bytes = label === null ? null : readBytes(home, label.pdf);
    if (bytes?.ok) {
      const { labelBarcodes } = record.posting;
      return {
        kind: 'pdf',
        pdf: bytes.value,
        page: label?.page ?? null,
        posting: { number: posting, labelBarcodes: [...labelBarcodes] },
      };
    }
    return {
      kind: 'interim',
      content: {
        ...{ number: posting, bench: '-', packer: '-', packageOf: null },
        printedAt: printedNow(),
        words: documentTexts(words).interim,
      },
    };
  });
}

function printHead(text: string): LabelMedium['dpi'] {
  if (text === '203') return 203;
  if (text === '300') return 300;
  throw new InvalidArgumentError('203 or 300 is needed');
}

function paper(text: string): RenderOptions['size'] {
  const [, width, height] = /^(\d{2,3}(?:\.\d)?)[xх×](\d{2,3}(?:\.\d)?)$/i.exec(text) ?? [];
  const size = { widthMm: Number(width), heightMm: Number(height) };
  const isPaper = size.widthMm >= 20 && size.widthMm <= 220 && size.heightMm >= 10 && size.heightMm <= 400;
  if (!isPaper) throw new InvalidArgumentError('millimetres are needed, as 75x120');
  return size;
}
