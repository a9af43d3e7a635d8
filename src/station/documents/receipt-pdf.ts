import type { LabelElement } from '#domain/labels/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type BarcodeInvalid, barcodeModules } from '../labels/barcode-modules.ts';
import { breakLines } from '../labels/break-lines.ts';
import { A4_MM, PdfPages, POINTS_PER_MM } from './pdf-page.ts';
import { LINE_HEIGHT_EM, LINES_MAX, placeBlock, type ReceiptBlock } from './receipt.ts';

const MARGIN_MM = 16;
const INNER_MM = A4_MM.width - 2 * MARGIN_MM;
const BOTTOM_MM = A4_MM.height - MARGIN_MM;
/** Wide enough for any scanner, mm. */
const MODULE_MM = 0.4;

/**
 * A receipt-style document on pages of A4, where a bench has no receipt printer; no block is torn in two. `madeAt` is epoch
 * ms. Fails where a barcode cannot carry its value or is wider than the page.
 */
export async function receiptPdf(
  blocks: readonly ReceiptBlock[],
  { title, madeAt }: { readonly title: string; readonly madeAt: number },
): Promise<Result<Uint8Array, BarcodeInvalid>> {
  const pages = new PdfPages(title, madeAt);
  pages.addPage();
  let yMm = MARGIN_MM;
  for (const block of blocks) {
    const { heightMm } = placeBlock(block, 0, INNER_MM);
    if (yMm + heightMm > BOTTOM_MM) {
      pages.addPage();
      yMm = MARGIN_MM;
    }
    for (const element of placeBlock(block, yMm, INNER_MM).elements) {
      const drawn = draw(pages, element);
      if (!drawn.ok) return drawn;
    }
    yMm += heightMm;
  }
  return ok(await pages.finish());
}

function draw(pages: PdfPages, element: LabelElement): Result<void, BarcodeInvalid> {
  const xMm = MARGIN_MM + element.xMm;
  switch (element.kind) {
    case 'text':
      drawText(pages, { ...element, xMm });
      return ok(undefined);
    case 'line':
      pages.rule(xMm, element.yMm, element.lengthMm, element.thicknessMm);
      return ok(undefined);
    case 'barcode':
      return drawBars(pages, { ...element, xMm });
    default:
      throw new Error(`a receipt has no ${element.kind}`);
  }
}

function drawText(pages: PdfPages, element: Extract<LabelElement, { kind: 'text' }>): void {
  const { text, sizeMm, weight = 'regular', align = 'left', xMm, yMm, widthMm } = element;
  const { lines } = breakLines(text, { weight, widthMaxEm: widthMm / sizeMm, linesMax: LINES_MAX });
  lines.forEach((line, at) => {
    const place = { xMm, yMm: yMm + at * sizeMm * LINE_HEIGHT_EM, widthMm };
    pages.write({ ...place, text: line, sizePt: sizeMm * POINTS_PER_MM, weight, align });
  });
}

function drawBars(
  pages: PdfPages,
  element: Extract<LabelElement, { kind: 'barcode' }>,
): Result<void, BarcodeInvalid> {
  const { value, xMm, yMm, widthMm, heightMm } = element;
  const modules = barcodeModules('code128', value);
  if (!modules.ok) return modules;
  const { black, columns } = modules.value;
  const acrossMm = columns * MODULE_MM;
  if (acrossMm > widthMm) return err({ code: 'barcode-invalid', symbology: 'code128', value });
  const leftMm = xMm + (widthMm - acrossMm) / 2;
  black.forEach((isBlack, at) => {
    if (!isBlack) return;
    pages.document.rect(
      (leftMm + at * MODULE_MM) * POINTS_PER_MM,
      yMm * POINTS_PER_MM,
      MODULE_MM * POINTS_PER_MM,
      heightMm * POINTS_PER_MM,
    );
  });
  pages.document.fill('black');
  return ok(undefined);
}
