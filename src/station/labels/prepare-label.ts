import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import { withHeatGain } from '#domain/labels/heat-gain.ts';
import type { InterimLabelContent } from '#domain/labels/interim-label.ts';
import { interimLabel } from '#domain/labels/interim-label.ts';
import type { Label } from '#domain/labels/label.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { barcodeModules } from './barcode-modules.ts';
import { bitmapPng } from './bitmap-png.ts';
import { blankPdf } from './blank-pdf.ts';
import { checkLabel, type ExpectedCodes, type LabelMismatch } from './check-label.ts';
import { decodeBitmap, type ReadCode, type Sought, warmUpReader } from './decode-bitmap.ts';
import { encodeLabel } from './encode-label.ts';
import { type PdfProblem, pdfAsMeant, rasterPdf, warmUpPdf } from './raster-pdf.ts';
import { type RenderProblem, renderLabel } from './render-label.ts';

const WARM_UP_ROUNDS = 5;
/** Kinds that check themselves: the others are now and then read out of a picture or a line of text. */
const CHECKED_FORMATS = ['Code128', 'QRCode', 'DataMatrix', 'EAN13', 'Aztec', 'PDF417'] as const;

/** Why there is nothing to print; every code has a sentence for the packer. */
export type LabelProblem = PdfProblem | RenderProblem | LabelMismatch | CodeLost;

/** A label that was read back and is ready for the printer. */
export type PreparedLabel = {
  readonly bitmap: Bitmap;
  /** Exactly what the printer gets, one copy. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, lower-case hexadecimal: two equal ones print the same paper. */
  readonly sha256: string;
  /** The texts of the barcodes read off the final bitmap, in no order. */
  readonly readBack: readonly string[];
  /**
   * The width of the thinnest bar among the posting's own Code 128 codes, in dots; null where there is none. Under 2
   * a warm head may smear the bars, so the packer's scan of the label matters more.
   */
  readonly finestBarDots: number | null;
  /** Whether it still reads when a worn head makes every dot grow by one, see `withHeatGain`; a warning where not. */
  readonly readsWhenWorn: boolean;
  /** A 1-bit PNG of the bitmap where it was asked for, otherwise null. */
  readonly png: Uint8Array | null;
};

export type PrepareRequest = {
  readonly pdf: Uint8Array;
  /** Null where nobody knows what it is for: then any readable barcode will do. */
  readonly posting: ExpectedCodes | null;
  readonly target: LabelTarget;
  readonly withPng?: boolean;
};

export type InterimRequest = {
  readonly content: InterimLabelContent;
  readonly target: LabelTarget;
  readonly withPng?: boolean;
};

export type OwnLabelRequest = {
  readonly label: Label;
  /** Every code that must read back off the finished dots. */
  readonly codes: readonly string[];
  readonly target: LabelTarget;
  readonly withPng?: boolean;
};

/** A code that stands on a label and cannot be read off its dots. */
export type CodeLost = {
  readonly code: 'code-lost';
  readonly lost: string;
  readonly read: readonly string[];
};

/**
 * Loads the engines and runs them on a label for this printer a few times, so that the first real label is as fast as
 * the next.
 */
export async function warmUpLabels(target: LabelTarget): Promise<void> {
  await Promise.all([warmUpPdf(), warmUpReader()]);
  const words = { title: '-', notice: '-', bench: '-', packer: '-' };
  const content = {
    number: '00000000-0000-0',
    bench: '-',
    packer: '-',
    printedAt: '-',
    packageOf: null,
    words,
  };
  const pdf = blankPdf(target);
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    await prepareInterim({ content, target });
    // What was drawn is given back between two turns.
    await turn();
    await rasterPdf(pdf, target);
  }
}

/**
 * Turns the shop's PDF into what the printer gets. The final dots are read back before anything is printed: unless a
 * code of this very posting is on them, and none of another, there is no label.
 */
export async function prepareLabel(request: PrepareRequest): Promise<Result<PreparedLabel, LabelProblem>> {
  const drawn = await rasterPdf(request.pdf, request.target);
  if (!drawn.ok) return drawn;
  const prepared = await finished(drawn.value, { expected: request.posting, sought: null, request });
  if (!prepared.ok) return prepared;
  const { readBack } = prepared.value;
  const lost = await lostOf(request, readBack);
  return lost === null ? prepared : err({ code: 'code-lost', lost, read: readBack });
}

/**
 * A code that the page carries and the finished dots have lost; null where there is none. Where every code that the posting
 * may have was read, nothing that matters can be missing, and the page is not read a second time.
 */
async function lostOf({ pdf, posting }: PrepareRequest, readBack: readonly string[]): Promise<string | null> {
  const known = posting?.labelBarcodes ?? [];
  if (known.length > 0 && known.every((code) => readBack.includes(code))) return null;
  const meant = await pdfAsMeant(pdf);
  if (!meant.ok) return null;
  const codes = await decodeBitmap(meant.value, { formats: CHECKED_FORMATS });
  return codes.find(({ text }) => !readBack.includes(text))?.text ?? null;
}

/**
 * Draws the interim label of a posting whose own label cannot be had, and reads it back in the same way. The number
 * goes into a Code 128, or into a QR code where its bars would not fit the paper.
 */
export async function prepareInterim(request: InterimRequest): Promise<Result<PreparedLabel, LabelProblem>> {
  const { content, target } = request;
  const expected = { number: content.number, labelBarcodes: [] };
  const asBars = await renderLabel(interimLabel(content, target, 'code128'), target.dpi);
  // What we drew ourselves lies upright and is of the one kind.
  if (asBars.ok) {
    const sought = { formats: ['Code128'], isUpright: true } as const;
    return finished(asBars.value, { expected, sought, request });
  }
  const asQr = await renderLabel(interimLabel(content, target, 'qr'), target.dpi);
  if (!asQr.ok) return asQr;
  return finished(asQr.value, { expected, sought: { formats: ['QRCode'], isUpright: true }, request });
}

/** Draws a label of our own from its model, and reads every code that it should carry back off the finished dots. */
export async function prepareOwn(request: OwnLabelRequest): Promise<Result<PreparedLabel, LabelProblem>> {
  const drawn = await renderLabel(request.label, request.target.dpi);
  if (!drawn.ok) return drawn;
  const hasCodes = request.codes.length > 0;
  const prepared = await finished(drawn.value, { expected: null, sought: null, hasCodes, request });
  if (!prepared.ok) return prepared;
  const { readBack } = prepared.value;
  const lost = request.codes.find((code) => !readBack.some((read) => read.replaceAll('\u001d', '') === code));
  return lost === undefined ? prepared : err({ code: 'code-lost', lost, read: readBack });
}

type Finishing = {
  readonly expected: ExpectedCodes | null;
  /** Which codes are looked for; null for all that there are. */
  readonly sought: Sought | null;
  /** False for what is only read by people. */
  readonly hasCodes?: boolean;
  readonly request: { readonly target: LabelTarget; readonly withPng?: boolean };
};

async function finished(
  bitmap: Bitmap,
  { expected, sought, hasCodes = true, request }: Finishing,
): Promise<Result<PreparedLabel, LabelProblem>> {
  const codes = await decodeBitmap(bitmap, sought);
  const mismatch = hasCodes ? checkLabel(codes, expected) : null;
  if (mismatch !== null) return err(mismatch);
  // What could be read once is looked for again, and nothing else.
  const worn = sought ?? { formats: [...new Set(codes.map(({ format }) => format))] };
  const bytes = encodeLabel(bitmap, request.target, 1);
  return ok({
    bitmap,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    readBack: codes.map((code) => code.text),
    finestBarDots: finestBarDots(codes, expected),
    readsWhenWorn: !hasCodes || checkLabel(await decodeBitmap(withHeatGain(bitmap), worn), expected) === null,
    png: request.withPng === true ? bitmapPng(bitmap, request.target.dpi) : null,
  });
}

function finestBarDots(codes: readonly ReadCode[], expected: ExpectedCodes | null): number | null {
  const own = codes.filter(
    ({ format, text }) =>
      format === 'Code128' &&
      (expected === null || text === expected.number || expected.labelBarcodes.includes(text)),
  );
  const bars = own.flatMap(({ text, widthDots }) => {
    const modules = barcodeModules('code128', text);
    return modules.ok ? [widthDots / modules.value.columns] : [];
  });
  return bars.length === 0 ? null : Math.round(Math.min(...bars) * 100) / 100;
}
