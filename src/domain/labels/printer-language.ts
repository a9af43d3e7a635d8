import type { LabelMedium } from './label-size.ts';

/** The languages in which a printer is told what to put on paper. A new one is a name here and a case in `encodeLabel`. */
export const printerLanguages = ['zpl'] as const;
export type PrinterLanguage = (typeof printerLanguages)[number];

/** The printer a label is drawn for: its paper, its head, its language. */
export type LabelTarget = LabelMedium & { readonly language: PrinterLanguage };
