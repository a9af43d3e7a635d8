import { z } from 'zod';
import { labelPapers, printerLanguages } from '#domain/labels/printer-language.ts';
import { PrinterAt } from './device-at.ts';
import { strictly } from './strictly.ts';

/** How people call a printer: `big labels`. */
export const PrinterName = z.string().trim().min(1).max(40);

/** A printer of labels: where it is, what it understands, its head and its paper. */
export const LabelPrinter = strictly({
  name: PrinterName.optional(),
  at: PrinterAt,
  language: z.enum(printerLanguages),
  dpi: z.literal([203, 300]),
  widthMm: z.number().min(20).max(220),
  heightMm: z.number().min(10).max(400),
  /** Left out, a ZPL printer goes by its own setting and others look for a gap. */
  paper: z.enum(labelPapers).optional(),
});
export type LabelPrinter = z.infer<typeof LabelPrinter>;

/** The papers of a document printer: A4 pages go to it as PDF, receipts of 80 or 58 mm as ESC/POS. */
export const documentPapers = ['a4', '80mm', '58mm'] as const;
export type DocumentPaper = (typeof documentPapers)[number];

/** The printer of everything that is not stuck on a package: slips, pick lists, sheets, the day's papers. */
export const DocumentPrinter = strictly({
  name: PrinterName.optional(),
  at: PrinterAt,
  paper: z.enum(documentPapers),
  /** A packing slip comes out by itself with the label of each package. */
  slipWithEachPackage: z.boolean().default(false),
});
export type DocumentPrinter = z.infer<typeof DocumentPrinter>;
