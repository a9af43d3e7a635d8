import PDFDocument from 'pdfkit';
import type { LabelMedium } from '#domain/labels/label-size.ts';

const POINTS_PER_MM = 72 / 25.4;

/** A one-page PDF of the medium's size with a frame on it: something for the PDF engine to warm up on. */
export async function blankPdf(medium: LabelMedium): Promise<Uint8Array> {
  const size: [number, number] = [medium.widthMm * POINTS_PER_MM, medium.heightMm * POINTS_PER_MM];
  const document = new PDFDocument({ size, margin: 0 });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  document.rect(10, 10, size[0] - 20, size[1] - 20).stroke();
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
