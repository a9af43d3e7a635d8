import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { type Bitmap, sliceRows } from '#domain/labels/bitmap.ts';
import { ok, type Result } from '#domain/result.ts';
import { bitmapPng } from '../labels/bitmap-png.ts';
import { type RenderProblem, renderLabel } from '../labels/render-label.ts';
import { layoutReceipt, type ReceiptBlock } from './receipt.ts';

/** Widths of receipt paper; the head prints 72 and 48 mm of it, 576 and 384 dots. */
export type ReceiptPaper = '80mm' | '58mm';

const PRINTED_MM: Readonly<Record<ReceiptPaper, number>> = { '80mm': 72, '58mm': 48 };
/** Cheap printers lose data in pictures taller than this. */
const BAND_DOTS = 256;

/**
 * A receipt-style document as ESC/POS: drawn like a label, so that names in every script come out and none becomes a
 * command, and sent as raster bands with a cut at the end. Fails where a barcode does not fit the paper.
 */
export async function receiptBytes(
  blocks: readonly ReceiptBlock[],
  paper: ReceiptPaper,
): Promise<Result<Uint8Array, RenderProblem>> {
  const drawn = await renderLabel(layoutReceipt(blocks, PRINTED_MM[paper]), 203);
  return drawn.ok ? ok(await toEscPos(drawn.value)) : drawn;
}

async function toEscPos(bitmap: Bitmap): Promise<Uint8Array> {
  // Without an interface the encoder has no transport at all: its own ones resend and lie about what was printed.
  const encoder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  encoder.add(INITIALISE);
  for (let yDots = 0; yDots < bitmap.heightDots; yDots += BAND_DOTS) {
    const heightDots = Math.min(BAND_DOTS, bitmap.heightDots - yDots);
    await encoder.printImageBuffer(Buffer.from(bitmapPng(sliceRows(bitmap, yDots, heightDots), 203)));
  }
  encoder.cut({ verticalTabAmount: 1 });
  return new Uint8Array(encoder.getBuffer());
}

/** ESC @, so that no setting of an earlier document leaks in. */
const INITIALISE = Buffer.from([0x1b, 0x40]);
