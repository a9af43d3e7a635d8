import type { DocumentPaper } from '#contract/printer-config.ts';
import type { Result } from '#domain/result.ts';
import type { BarcodeInvalid } from '../labels/barcode-modules.ts';
import type { RenderProblem } from '../labels/render-label.ts';
import type { ReceiptBlock } from './receipt.ts';
import { receiptBytes } from './receipt-bytes.ts';
import { receiptPdf } from './receipt-pdf.ts';

/** What a document's file is called on each paper. */
export const extensionOn: Readonly<Record<DocumentPaper, string>> = {
  a4: 'pdf',
  '80mm': 'escpos',
  '58mm': 'escpos',
};

/**
 * A receipt-style document for this paper: pages of A4 as PDF, receipts as ESC/POS. `madeAt` is epoch ms. Fails where a
 * barcode does not fit the paper.
 */
export function onPaper(
  blocks: readonly ReceiptBlock[],
  paper: DocumentPaper,
  heading: { readonly title: string; readonly madeAt: number },
): Promise<Result<Uint8Array, RenderProblem | BarcodeInvalid>> {
  return paper === 'a4' ? receiptPdf(blocks, heading) : receiptBytes(blocks, paper);
}
