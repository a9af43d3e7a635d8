import { setImmediate as turn } from 'node:timers/promises';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import type { InterimLabelContent } from '#domain/labels/interim-label.ts';
import { interimLabel } from '#domain/labels/interim-label.ts';
import type { Label } from '#domain/labels/label.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { err, type Result } from '#domain/result.ts';
import { blankPdf } from './blank-pdf.ts';
import { checkLabel, type ExpectedCodes, type LabelMismatch } from './check-label.ts';
import { decodeBitmap, type ReadCode, warmUpReader } from './decode-bitmap.ts';
import { finishLabel, type PreparedLabel } from './finish-label.ts';
import { ownerOf } from './owner-of.ts';
import { type PdfPlace, type PdfProblem, pdfAsMeant, rasterPdf, warmUpPdf } from './raster-pdf.ts';
import { type RenderProblem, renderLabel } from './render-label.ts';

const WARM_UP_ROUNDS = 5;
/** Kinds that check themselves: the others are now and then read out of a picture or a line of text. */
const CHECKED_FORMATS = ['Code128', 'QRCode', 'DataMatrix', 'EAN13', 'Aztec', 'PDF417'] as const;

/** What marketplaces print on their labels. The others take as long to look for again. */
const SHOP_FORMATS = ['Code128', 'QRCode', 'DataMatrix', 'EAN13'] as const;

/** Why there is nothing to print; every code has a sentence for the packer. */
export type LabelProblem = PdfProblem | RenderProblem | LabelMismatch | CodeLost;

export type PrepareRequest = {
  readonly pdf: Uint8Array;
  /** Which page of a file of several labels it is; absent where the file is this one label. */
  readonly place?: PdfPlace;
  /**
   * Null where nobody knows what it is for: then any readable barcode will do. Several: it must be the label of exactly one
   * of them, and its barcodes say of which.
   */
  readonly posting: ExpectedCodes | readonly ExpectedCodes[] | null;
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
  /** 1 to 10, one unless told; a picture holds one. */
  readonly copies?: number;
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
  const drawn = await rasterPdf(request.pdf, request.target, request.place);
  if (!drawn.ok) return drawn;
  const codes = await codesOn(drawn.value, request.posting);
  const owner = ownerOf(codes, request.posting);
  if (!owner.ok) return owner;
  const expected = owner.value;
  const prepared = await finishLabel(drawn.value, { expected, sought: null, codes, request });
  if (!prepared.ok) return prepared;
  const { readBack } = prepared.value;
  const lost = await lostOf(request, expected, readBack);
  return lost === null ? prepared : err({ code: 'code-lost', lost, read: readBack });
}

/** What can be read: the kinds that shops print, and where those do not say whose label it is, every other kind, too. */
async function codesOn(bitmap: Bitmap, posting: PrepareRequest['posting']): Promise<readonly ReadCode[]> {
  const usual = await decodeBitmap(bitmap, { formats: SHOP_FORMATS });
  const owner = ownerOf(usual, posting);
  const isClear = posting !== null && owner.ok && checkLabel(usual, owner.value) === null;
  return isClear ? usual : decodeBitmap(bitmap);
}

/**
 * A code that the page carries and the finished dots have lost; null where there is none. Where every code that the posting
 * may have was read, nothing that matters can be missing, and the page is not read a second time.
 */
async function lostOf(
  { pdf, place }: PrepareRequest,
  posting: ExpectedCodes | null,
  readBack: readonly string[],
): Promise<string | null> {
  const known = posting?.labelBarcodes ?? [];
  if (known.length > 0 && known.every((code) => readBack.includes(code))) return null;
  const meant = await pdfAsMeant(pdf, place);
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
    return finishLabel(asBars.value, { expected, sought, request });
  }
  const asQr = await renderLabel(interimLabel(content, target, 'qr'), target.dpi);
  if (!asQr.ok) return asQr;
  return finishLabel(asQr.value, { expected, sought: { formats: ['QRCode'], isUpright: true }, request });
}

/** Draws a label of our own from its model, and reads every code that it should carry back off the finished dots. */
export async function prepareOwn(request: OwnLabelRequest): Promise<Result<PreparedLabel, LabelProblem>> {
  const drawn = await renderLabel(request.label, request.target.dpi);
  if (!drawn.ok) return drawn;
  const hasCodes = request.codes.length > 0;
  const prepared = await finishLabel(drawn.value, { expected: null, sought: null, hasCodes, request });
  if (!prepared.ok) return prepared;
  const { readBack } = prepared.value;
  const lost = request.codes.find((code) => !readBack.some((read) => read.replaceAll('\u001d', '') === code));
  return lost === undefined ? prepared : err({ code: 'code-lost', lost, read: readBack });
}
