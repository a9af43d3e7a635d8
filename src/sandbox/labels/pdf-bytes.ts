import PDFDocument from 'pdfkit';
import { PDF_FONTS } from './pdf-fonts.ts';

/** Points per millimetre. */
export const MM = 72 / 25.4;

/** One dot of a 203 dpi printer in points. */
export const DOT = 72 / 203;

/** Draws a PDF and answers its bytes; `createdAt` (epoch ms) stands in its info, so the same content repeats. */
export async function pdfBytes(
  createdAt: number,
  title: string,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Title: title, CreationDate: new Date(createdAt) },
  });
  pdf.registerFont('regular', PDF_FONTS.regular);
  pdf.registerFont('bold', PDF_FONTS.bold);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  draw(pdf);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
