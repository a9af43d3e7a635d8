import type { Language } from '#contract/language.ts';
import type { LabelMedium } from '#domain/labels/label-size.ts';
import type { PreviewName } from '#domain/labels/templates/preview-names.ts';
import { ok } from '#domain/result.ts';
import { documentTexts } from '../documents/document-texts.ts';
import { localTimeIn } from '../documents/local-time.ts';
import { sampleReceipt } from '../documents/sample-receipt.ts';
import type { LabelWorkshop, WorkshopAnswer } from '../labels/label-workshop.ts';
import { sampleLabel } from '../labels/sample-labels.ts';
import type { Handlers } from './procedure-context.ts';

/** The bench's own labels and receipts, for a look at them before they are printed. */
export const labelProcedures: Handlers<'label.preview'> = {
  'label.preview': async ({ name, language, ...medium }, { workshop, now }) => {
    const drawn = await draw(name, medium, { language, workshop, at: now() });
    if (!drawn.ok) return ok({ isDrawn: false, problem: drawn.error.code });
    const { bytes, readsWhenWorn } = drawn.value;
    const dataUrl = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    return ok({ isDrawn: true, dataUrl, readsWhenWorn });
  },
};

type Drawing = { readonly language: Language; readonly workshop: LabelWorkshop; readonly at: number };

function draw(
  name: PreviewName,
  medium: LabelMedium,
  { language, workshop, at }: Drawing,
): Promise<WorkshopAnswer> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const texts = documentTexts(language);
  const printedAt = localTimeIn(timeZone)(at);
  const target = { language: 'png', ...medium } as const;
  switch (name) {
    case 'interim': {
      const content = {
        ...{ number: '12345678-0001-1', bench: 'B1', packer: 'Anna', printedAt, packageOf: '1/2' },
        words: texts.interim,
      };
      return workshop.interim({ content, target });
    }
    case 'packing-slip':
    case 'pick-list': {
      const receipt = sampleReceipt(name, texts, { timeZone, at });
      const { widthMm, heightMm } = receipt.label;
      return workshop.own({ ...receipt, target: { ...target, widthMm, heightMm } });
    }
    default:
      return workshop.own({ ...sampleLabel(name, target, texts.templates, printedAt), target });
  }
}
