import PDFDocument from 'pdfkit';
import { barcodeModules } from '../barcode-modules.ts';
import { fontFile } from '../fonts.ts';

const POINTS_PER_MM = 72 / 25.4;

/** What a test's label PDF shows; lengths in mm. */
export type LabelPdf = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly codes: readonly {
    readonly text: string;
    readonly xMm: number;
    readonly yMm: number;
    readonly moduleMm: number;
  }[];
  readonly words?: string;
  readonly pages?: number;
  /** The page's own turn in degrees, as in its `/Rotate` entry. */
  readonly rotate?: number;
};

/** A label as marketplaces draw it: vector bars and text on a page of the sticker's size. */
export function labelPdf(label: LabelPdf): Promise<Uint8Array> {
  return labelsPdf(Array.from({ length: label.pages ?? 1 }, () => label));
}

/** Several labels as the pages of one file, in this order. */
export async function labelsPdf(labels: readonly LabelPdf[]): Promise<Uint8Array> {
  const document = new PDFDocument({ margin: 0, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  for (const label of labels) {
    document.addPage({ size: [label.widthMm * POINTS_PER_MM, label.heightMm * POINTS_PER_MM], margin: 0 });
    if (label.rotate !== undefined) Object.assign(document.page.dictionary.data, { Rotate: label.rotate });
    for (const code of label.codes) drawCode(document, code);
    document.font(fontFile('latin', 'bold')).fontSize(9);
    document.text(label.words ?? 'FBS', 4 * POINTS_PER_MM, 2 * POINTS_PER_MM, { lineBreak: false });
  }
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

function drawCode(document: PDFKit.PDFDocument, code: LabelPdf['codes'][number]): void {
  const modules = barcodeModules('code128', code.text);
  if (!modules.ok) throw new Error(`no Code 128 for ${code.text}`);
  modules.value.black.forEach((isBlack, index) => {
    if (!isBlack) return;
    const xMm = code.xMm + index * code.moduleMm;
    document.rect(
      xMm * POINTS_PER_MM,
      code.yMm * POINTS_PER_MM,
      code.moduleMm * POINTS_PER_MM,
      12 * POINTS_PER_MM,
    );
  });
  document.fill('black');
}
