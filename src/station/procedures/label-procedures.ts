import { ok } from '#domain/result.ts';
import { documentTexts } from '../documents/document-texts.ts';
import { localTimeIn } from '../documents/local-time.ts';
import { sampleLabel } from '../labels/sample-labels.ts';
import type { Handlers } from './procedure-context.ts';

/** The bench's own labels, for a look at them before they are printed. */
export const labelProcedures: Handlers<'label.preview'> = {
  'label.preview': async ({ name, language, ...medium }, { workshop, now }) => {
    const target = { language: 'png', ...medium } as const;
    const printedAt = localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone)(now());
    const sample = sampleLabel(name, target, documentTexts(language).templates, printedAt);
    const drawn = await workshop.own({ ...sample, target });
    if (!drawn.ok) return ok({ isDrawn: false, problem: drawn.error.code });
    const { bytes, readsWhenWorn } = drawn.value;
    const dataUrl = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    return ok({ isDrawn: true, dataUrl, readsWhenWorn });
  },
};
