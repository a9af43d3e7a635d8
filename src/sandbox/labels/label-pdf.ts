import { dropOffOf } from '../account/warehouses.ts';
import type { Posting } from '../postings/posting.ts';
import { unitCount } from '../postings/posting.ts';
import { code128Bars } from './code128-bars.ts';
import type { LabelTask } from './label-task.ts';
import { DOT, MM, pdfBytes } from './pdf-bytes.ts';

/** Page sizes of the two label stocks, in mm. */
export const LABEL_SIZES_MM = { big_label: [75, 120], small_label: [58, 40] } as const;

/** One PDF page per posting, at the stock's size. Bars are whole dots at 203 dpi, at least two wide. */
export async function labelPdf(
  postings: readonly Posting[],
  type: LabelTask['type'],
  createdAt: number,
): Promise<Uint8Array> {
  const [widthMm, heightMm] = LABEL_SIZES_MM[type];
  return pdfBytes(createdAt, 'labels', (pdf) => {
    for (const posting of postings) {
      pdf.addPage({ size: [widthMm * MM, heightMm * MM], margin: 0 });
      if (type === 'big_label') drawBig(pdf, posting);
      else drawSmall(pdf, posting);
    }
  });
}

function drawBig(pdf: PDFKit.PDFDocument, posting: Posting): void {
  const width = LABEL_SIZES_MM.big_label[0];
  line(pdf, 'bold', 11, 'ТЕСТОВАЯ ДОСТАВКА', 4, 4, width - 8);
  line(pdf, 'regular', 8, `Куда: ${posting.destination}`, 4, 10, width - 8);
  drawBarcode(pdf, posting.scanit, { widthMm: width, topMm: 16, heightMm: 20, dots: 3 });
  line(pdf, 'regular', 8, posting.scanit, 4, 37, width - 8, 'center');
  line(pdf, 'bold', 17, posting.number, 4, 43, width - 8, 'center');
  drawBarcode(pdf, posting.upperBarcode, { widthMm: width, topMm: 54, heightMm: 14, dots: 2 });
  line(pdf, 'regular', 7, posting.upperBarcode, 4, 69, width - 8, 'center');
  drawBarcode(pdf, posting.lowerBarcode, { widthMm: width, topMm: 76, heightMm: 14, dots: 3 });
  line(pdf, 'regular', 7, posting.lowerBarcode, 4, 91, width - 8, 'center');
  const warehouse = dropOffOf(posting.warehouseId);
  line(pdf, 'regular', 8, `Отправитель: ${warehouse.name}, ${warehouse.city}`, 4, 98, width - 8);
  line(pdf, 'regular', 8, `Товаров: ${unitCount(posting)} шт.`, 4, 103, width - 8);
  line(
    pdf,
    'regular',
    8,
    `Сдать до: ${new Date(posting.shipmentAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    4,
    108,
    width - 8,
  );
  if (posting.express) line(pdf, 'bold', 10, 'ЭКСПРЕСС', 4, 113, width - 8);
}

function drawSmall(pdf: PDFKit.PDFDocument, posting: Posting): void {
  const width = LABEL_SIZES_MM.small_label[0];
  line(pdf, 'bold', 10, posting.number, 2, 1, width - 4, 'center');
  drawBarcode(pdf, posting.scanit, { widthMm: width, topMm: 6.5, heightMm: 9, dots: 3 });
  drawBarcode(pdf, posting.upperBarcode, { widthMm: width, topMm: 17, heightMm: 8, dots: 2 });
  drawBarcode(pdf, posting.lowerBarcode, { widthMm: width, topMm: 26.5, heightMm: 8, dots: 2 });
  line(
    pdf,
    'regular',
    6,
    `Куда: ${posting.destination}${posting.express ? ' · ЭКСПРЕСС' : ''}`,
    2,
    35.5,
    width - 4,
    'center',
  );
}

/** Centred on the page, its left edge and modules on whole dots at 203 dpi. */
function drawBarcode(
  pdf: PDFKit.PDFDocument,
  text: string,
  box: { widthMm: number; topMm: number; heightMm: number; dots: number },
): void {
  const symbol = code128Bars(text);
  const widthDots = (box.widthMm * MM) / DOT;
  const left = Math.floor((widthDots - symbol.modules * box.dots) / 2);
  for (const bar of symbol.bars) {
    pdf.rect((left + bar.at * box.dots) * DOT, box.topMm * MM, bar.width * box.dots * DOT, box.heightMm * MM);
  }
  pdf.fill('black');
}

function line(
  pdf: PDFKit.PDFDocument,
  font: 'regular' | 'bold',
  size: number,
  text: string,
  xMm: number,
  yMm: number,
  widthMm: number,
  align: 'left' | 'center' = 'left',
): void {
  pdf.font(font).fontSize(size).fillColor('black');
  pdf.text(text, xMm * MM, yMm * MM, { width: widthMm * MM, align, lineBreak: false });
}
