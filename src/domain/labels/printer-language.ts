import type { LabelMedium } from './label-size.ts';

/** The languages in which a printer is told what to put on paper, byte by byte in docs/printer-languages.md. */
export const printerLanguages = ['zpl', 'tspl', 'epl', 'cpcl', 'escpos', 'png', 'pdf'] as const;
export type PrinterLanguage = (typeof printerLanguages)[number];

/** How a printer finds the next label: by the gap between two, by a black mark on the back, or not at all. */
export const labelPapers = ['gap', 'mark', 'endless'] as const;
export type LabelPaper = (typeof labelPapers)[number];

/** The printer a label is drawn for: its paper, its head, its language. */
export type LabelTarget = LabelMedium & {
  readonly language: PrinterLanguage;
  /** Where it is not said, a ZPL printer goes by its own setting, others look for a gap. */
  readonly paper?: LabelPaper | undefined;
};
