import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { type Bitmap, createBitmap, drawOnto, turnClockwise } from '#domain/labels/bitmap.ts';
import { dotsPerMm, type LabelMedium, mediumDots } from '#domain/labels/label-size.ts';
import { bestGridShift, thresholdGray, thresholdTripled } from '#domain/labels/threshold.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** Why a PDF does not become a label; sizes in mm, rounded to a tenth. */
export type PdfProblem =
  | { readonly code: 'pdf-broken'; readonly detail: string }
  | { readonly code: 'pdf-too-large'; readonly bytes: number }
  | { readonly code: 'pdf-page-count'; readonly pages: number }
  | {
      readonly code: 'pdf-wrong-size';
      readonly pageWidthMm: number;
      readonly pageHeightMm: number;
      readonly mediumWidthMm: number;
      readonly mediumHeightMm: number;
    };

/** Which page of a file is the label: `page` from 1; `pages` is how many there must be, null where that is known already. */
export type PdfPlace = { readonly page: number; readonly pages: number | null };

/** A file that is one label and nothing else. */
export const wholeFile: PdfPlace = { page: 1, pages: 1 };

const MM_PER_POINT = 25.4 / 72;
/** A page may be this much larger than the paper: margins absorb it, and more would be cut off. */
const SIZE_TOLERANCE_MM = 1;
const PDF_BYTES_MAX = 20_000_000;
/** Three times the dots of a 203 dpi head. */
const FINE_DOTS_PER_MM = 24;

let library: Promise<PDFiumLibrary> | null = null;

/** Loads the PDF engine, so that the first label does not wait for it. */
export async function warmUpPdf(): Promise<void> {
  await pdfium();
}

function pdfium(): Promise<PDFiumLibrary> {
  library ??= loadLibrary();
  return library;
}

async function loadLibrary(): Promise<PDFiumLibrary> {
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const bytes = new Uint8Array(await readFile(file));
  return PDFiumLibrary.init({ wasmBinary: bytes.buffer });
}

/**
 * Draws the marketplace's label PDF at the printer's dots, one to one and centred on the paper. It must have exactly
 * one page (or, of a file of several labels, as many as `place` says) whose visible box is no larger than the paper to
 * within a millimetre, upright or turned by 90 degrees. Anything else, and a file that is no PDF, is a problem and never a label.
 */
export function rasterPdf(
  pdf: Uint8Array,
  medium: LabelMedium,
  place: PdfPlace = wholeFile,
): Promise<Result<Bitmap, PdfProblem>> {
  return withDocument(pdf, (document) => rasterDocument(document, medium, place));
}

/**
 * The marketplace's label as it is meant, at 24 dots per mm and on no paper: what can be read off it should be readable off
 * the printed one, too. The same problems as with {@link rasterPdf}, but for the size.
 */
export function pdfAsMeant(
  pdf: Uint8Array,
  place: PdfPlace = wholeFile,
): Promise<Result<Bitmap, PdfProblem>> {
  return withDocument(pdf, async (document) => {
    const page = pageAt(document, place);
    if (!page.ok) return page;
    const { widthMm, heightMm } = page.value;
    const widthDots = Math.round(widthMm * FINE_DOTS_PER_MM);
    const heightDots = Math.round(heightMm * FINE_DOTS_PER_MM);
    const data = await drawGray(page.value.page, widthDots, heightDots);
    const drawn = thresholdGray(data, widthDots, heightDots);
    giveBack(data);
    return ok(drawn);
  });
}

async function withDocument<Value>(
  pdf: Uint8Array,
  use: (document: PDFiumDocument) => Promise<Result<Value, PdfProblem>>,
): Promise<Result<Value, PdfProblem>> {
  if (pdf.length > PDF_BYTES_MAX) return err({ code: 'pdf-too-large', bytes: pdf.length });
  try {
    const document = await (await pdfium()).loadDocument(pdf);
    try {
      return await use(document);
    } finally {
      document.destroy();
    }
  } catch (cause) {
    // The engine's memory cannot be trusted after a crash inside it; a file that it merely refuses leaves it whole.
    if (cause instanceof WebAssembly.RuntimeError) library = null;
    return err({ code: 'pdf-broken', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

async function rasterDocument(
  document: PDFiumDocument,
  medium: LabelMedium,
  place: PdfPlace,
): Promise<Result<Bitmap, PdfProblem>> {
  const only = pageAt(document, place);
  if (!only.ok) return only;
  const { page, widthMm, heightMm } = only.value;
  const isUpright = fits(widthMm, medium.widthMm) && fits(heightMm, medium.heightMm);
  const isTurned = !isUpright && fits(widthMm, medium.heightMm) && fits(heightMm, medium.widthMm);
  if (!isUpright && !isTurned) {
    return err({
      code: 'pdf-wrong-size',
      pageWidthMm: Math.round(widthMm * 10) / 10,
      pageHeightMm: Math.round(heightMm * 10) / 10,
      mediumWidthMm: medium.widthMm,
      mediumHeightMm: medium.heightMm,
    });
  }
  const perMm = dotsPerMm(medium.dpi);
  const widthDots = Math.round(widthMm * perMm);
  const heightDots = Math.round(heightMm * perMm);
  const data = await drawGray(page, widthDots * 3, heightDots * 3);
  const drawn = thresholdTripled(data, widthDots, heightDots, bestGridShift(data, widthDots, heightDots));
  giveBack(data);
  return ok(centred(isUpright ? drawn : turnClockwise(drawn), medium));
}

type LabelPage = { readonly page: PDFiumPage; readonly widthMm: number; readonly heightMm: number };

function pageAt(document: PDFiumDocument, place: PdfPlace): Result<LabelPage, PdfProblem> {
  const pages = document.getPageCount();
  if (pages !== (place.pages ?? pages) || place.page > pages) return err({ code: 'pdf-page-count', pages });
  const page = document.getPage(place.page - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  return ok({ page, widthMm: originalWidth * MM_PER_POINT, heightMm: originalHeight * MM_PER_POINT });
}

/** Given in dots: the engine's own scale would first round the page down to whole points. */
async function drawGray(page: PDFiumPage, width: number, height: number): Promise<Uint8Array> {
  const { data } = await page.render({
    ...{ width, height, scale: 1, colorSpace: 'Gray' as const },
    render: async (drawn) => drawn.data,
  });
  return data;
}

/** Five megabytes that nobody reads again: given back now and not whenever the engine feels like it. */
function giveBack(data: Uint8Array): void {
  if (data.buffer instanceof ArrayBuffer && data.byteLength === data.buffer.byteLength)
    data.buffer.transfer(0);
}

function fits(pageMm: number, paperMm: number): boolean {
  // A hair more than the tolerance, because points and millimetres do not meet exactly.
  return pageMm - paperMm <= SIZE_TOLERANCE_MM + 0.02;
}

function centred(drawn: Bitmap, medium: LabelMedium): Bitmap {
  const { widthDots, heightDots } = mediumDots(medium);
  if (drawn.widthDots === widthDots && drawn.heightDots === heightDots) return drawn;
  const paper = createBitmap(widthDots, heightDots);
  const xDots = Math.floor((widthDots - drawn.widthDots) / 2);
  drawOnto(paper, drawn, xDots, Math.floor((heightDots - drawn.heightDots) / 2));
  return paper;
}
