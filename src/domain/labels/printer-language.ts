import type { LabelMedium } from './label-size.ts';

/** The languages in which a printer is told what to put on paper, byte by byte in docs/printer-languages.md. */
export const printerLanguages = ['zpl', 'tspl', 'epl', 'cpcl', 'escpos', 'png', 'pdf'] as const;
export type PrinterLanguage = (typeof printerLanguages)[number];

/** The printer a label is drawn for: its paper, its head, its language. */
export type LabelTarget = LabelMedium & { readonly language: PrinterLanguage };
