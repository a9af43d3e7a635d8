import type { Label } from '#domain/labels/label.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { badgeLabel } from '#domain/labels/templates/badge-label.ts';
import { contentsLabel } from '#domain/labels/templates/contents-label.ts';
import type { SampleName } from '#domain/labels/templates/sample-names.ts';
import { makeSscc, ssccLabel } from '#domain/labels/templates/sscc-label.ts';
import { testCode, testLabel } from '#domain/labels/templates/test-label.ts';
import type { DocumentTexts } from '../documents/texts/en.ts';

export type SampleLabel = {
  readonly label: Label;
  /** What must read back off it. */
  readonly codes: readonly string[];
};

const posting = '12345678-0001-1';
/** A prefix of GS1's range for demonstrations, which belongs to nobody (952). */
const demoPrefix = '9521234';

/** One of our own labels with made-up contents, in the words of a language. */
export function sampleLabel(
  name: SampleName,
  target: LabelTarget,
  words: DocumentTexts['templates'],
  printedAt: string,
): SampleLabel {
  switch (name) {
    case 'test':
      return { label: testLabel({ printer: '-', printedAt, words: words.test }, target), codes: [testCode] };
    case 'badge': {
      const code = 'PB-BADGE-P1';
      return {
        label: badgeLabel({ name: 'Анна 安娜 Anna', role: words.roles.packer, code }, target),
        codes: [code],
      };
    }
    case 'sscc': {
      const sscc = makeSscc(0, demoPrefix, 1) ?? '';
      const content = {
        sscc,
        posting,
        packageOf: '1/2',
        from: 'Packbench',
        to: 'Ozon',
        weight: '1,2 kg',
        words: words.sscc,
      };
      return { label: ssccLabel(content, target), codes: [`00${sscc}`] };
    }
    case 'contents': {
      const lines = [
        { name: 'Кружка керамическая 350 мл', article: 'MUG-350', quantity: 2 },
        { name: '毛巾 70 × 140 cm', article: 'TWL-70', quantity: 1 },
        { name: 'Perfume «Aroma» 50 ml', article: 'PRF-50', quantity: 3 },
      ];
      return {
        label: contentsLabel({ posting, packageOf: '1/1', lines, words: words.contents }, target),
        codes: [posting],
      };
    }
  }
}
