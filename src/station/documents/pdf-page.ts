import PDFDocument from 'pdfkit';
import { fitLine } from '../labels/break-lines.ts';
import { type FontWeight, fontFile, fontRuns } from '../labels/fonts.ts';
import { widthEm } from '../labels/measure-text.ts';

/** PDF points per millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** A4 in mm (ISO 216). */
export const A4_MM = { width: 210, height: 297 } as const;

/** From the top of a line to its baseline. */
const ASCENT_EM = 0.85;

/** One line of text on a page; places and widths in mm, the size in points. */
export type PdfLine = {
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly sizePt: number;
  readonly weight?: FontWeight;
  readonly align?: 'left' | 'centre' | 'right';
};

/** Pages of A4 in millimetres with text in every script that the bench's fonts cover. */
export class PdfPages {
  readonly document: PDFKit.PDFDocument;
  readonly #parts: Buffer[] = [];
  readonly #ended: Promise<void>;

  /** `madeAt` (epoch ms) becomes the document's date: the same input makes the same bytes. */
  constructor(title: string, madeAt: number) {
    const info = {
      Title: title,
      CreationDate: new Date(madeAt),
      Producer: 'Packbench',
      Creator: 'Packbench',
    };
    this.document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info });
    this.document.on('data', (part: Buffer) => this.#parts.push(part));
    this.#ended = new Promise((resolve) => this.document.on('end', () => resolve()));
  }

  addPage(): void {
    this.document.addPage();
  }

  /** Writes one line; what does not fit its width ends with an ellipsis. */
  write({ text, xMm, yMm, widthMm, sizePt, weight = 'regular', align = 'left' }: PdfLine): void {
    const line = fitLine(text, weight, (widthMm * POINTS_PER_MM) / sizePt);
    const slackMm = widthMm - (widthEm(line, weight) * sizePt) / POINTS_PER_MM;
    const indentMm = { left: 0, centre: slackMm / 2, right: slackMm }[align];
    const baselinePt = yMm * POINTS_PER_MM + sizePt * ASCENT_EM;
    let x = (xMm + indentMm) * POINTS_PER_MM;
    for (const run of fontRuns(line)) {
      this.document.font(fontFile(run.script, weight)).fontSize(sizePt);
      // Placed by the baseline: the fonts' own heights differ, and a mixed line would jump.
      this.document.text(run.text, x, baselinePt, { lineBreak: false, baseline: 'alphabetic' });
      x += widthEm(run.text, weight) * sizePt;
    }
  }

  /** A black horizontal line. */
  rule(xMm: number, yMm: number, lengthMm: number, thicknessMm: number): void {
    this.document
      .rect(xMm * POINTS_PER_MM, yMm * POINTS_PER_MM, lengthMm * POINTS_PER_MM, thicknessMm * POINTS_PER_MM)
      .fill('black');
  }

  /** Ends the document and gives its bytes; nothing can be drawn afterwards. */
  async finish(): Promise<Uint8Array> {
    this.document.end();
    await this.#ended;
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}
