import { toPrintableText } from '#domain/labels/printable-text.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type BarcodeInvalid, barcodeModules, type Modules } from '../labels/barcode-modules.ts';
import type { DocumentTexts } from './document-texts.ts';
import { A4_MM, PdfPages, POINTS_PER_MM } from './pdf-page.ts';

/** A code to print on the sheet: what it carries (printable ASCII) and what it does, in the packer's language. */
export type ControlCode = { readonly text: string; readonly caption: string };

const MARGIN_MM = 12;
const COLUMNS = 2;
const INNER_MM = A4_MM.width - 2 * MARGIN_MM;
const CELL_HEIGHT_MM = 32;
const TOP_MM = 30;
const ROWS_PER_PAGE = Math.floor((A4_MM.height - TOP_MM - MARGIN_MM) / CELL_HEIGHT_MM);
const BAR_HEIGHT_MM = 13;
/** Wide enough for any scanner at arm's length; a code that would need narrower bars gets a whole row. */
const MODULE_MM = 0.4;
const MODULE_MM_IN_COLUMN_MIN = 0.3;
const MODULE_MM_MIN = 0.25;

/** A code with its place: pages and rows count from 0. */
type Cell = {
  readonly code: ControlCode;
  readonly modules: Modules;
  readonly moduleMm: number;
  readonly row: number;
  readonly xMm: number;
  readonly widthMm: number;
};

/**
 * A4 pages of control codes as Code 128 with their captions, to print, laminate and hang at the bench. Fails with
 * `barcode-invalid` where a text cannot be a Code 128 or would be too long to scan from paper.
 */
export async function controlSheet(
  codes: readonly ControlCode[],
  texts: DocumentTexts,
  madeAt: number,
): Promise<Result<Uint8Array, BarcodeInvalid>> {
  const placed = placeCodes(codes);
  if (!placed.ok) return placed;
  const pages = new PdfPages(texts.controlSheet.title, madeAt);
  const lastRow = placed.value.at(-1)?.row ?? 0;
  const pageCount = Math.floor(lastRow / ROWS_PER_PAGE) + 1;
  for (let page = 0; page < pageCount; page += 1) {
    pages.addPage();
    drawFrame(pages, texts, page + 1, pageCount);
    const onPage = placed.value.filter(({ row }) => Math.floor(row / ROWS_PER_PAGE) === page);
    for (const cell of onPage) drawCell(pages, cell);
  }
  return ok(await pages.finish());
}

function placeCodes(codes: readonly ControlCode[]): Result<readonly Cell[], BarcodeInvalid> {
  const cells: Cell[] = [];
  let row = 0;
  let column = 0;
  for (const code of codes) {
    const modules = barcodeModules('code128', code.text);
    if (!modules.ok) return modules;
    const { columns, quiet } = modules.value;
    const across = columns + quiet.left + quiet.right;
    const isWide = INNER_MM / COLUMNS / across < MODULE_MM_IN_COLUMN_MIN;
    const widthMm = isWide ? INNER_MM : INNER_MM / COLUMNS;
    const moduleMm = Math.min(MODULE_MM, widthMm / across);
    if (moduleMm < MODULE_MM_MIN)
      return err({ code: 'barcode-invalid', symbology: 'code128', value: code.text });
    if (isWide && column > 0) {
      row += 1;
      column = 0;
    }
    const xMm = MARGIN_MM + column * widthMm;
    cells.push({ code, modules: modules.value, moduleMm, row, xMm, widthMm });
    column = isWide ? COLUMNS : column + 1;
    if (column === COLUMNS) {
      row += 1;
      column = 0;
    }
  }
  return ok(cells);
}

function drawFrame(pages: PdfPages, texts: DocumentTexts, page: number, pageCount: number): void {
  const { title, hint, page: pageWord, of } = texts.controlSheet;
  const line = { xMm: MARGIN_MM, widthMm: A4_MM.width - 2 * MARGIN_MM };
  pages.write({ ...line, text: title, yMm: 10, sizePt: 15, weight: 'bold' });
  pages.write({ ...line, text: hint, yMm: 18.5, sizePt: 9 });
  const count = `${pageWord} ${page} ${of} ${pageCount}`;
  pages.write({ ...line, text: count, yMm: A4_MM.height - 10, sizePt: 8, align: 'right' });
}

function drawCell(pages: PdfPages, { code, modules, moduleMm, row, xMm, widthMm }: Cell): void {
  const yMm = TOP_MM + (row % ROWS_PER_PAGE) * CELL_HEIGHT_MM;
  const line = { xMm: xMm + 2, widthMm: widthMm - 4, align: 'centre' } as const;
  pages.write({ ...line, text: toPrintableText(code.caption), yMm, sizePt: 11, weight: 'bold' });
  const leftMm = xMm + (widthMm - modules.columns * moduleMm) / 2;
  for (const { start, length } of barsOf(modules)) {
    pages.document.rect(
      (leftMm + start * moduleMm) * POINTS_PER_MM,
      (yMm + 6) * POINTS_PER_MM,
      length * moduleMm * POINTS_PER_MM,
      BAR_HEIGHT_MM * POINTS_PER_MM,
    );
  }
  pages.document.fill('black');
  pages.write({ ...line, text: code.text, yMm: yMm + 6 + BAR_HEIGHT_MM + 1.5, sizePt: 9 });
}

/** Neighbouring black modules as one bar: drawn apart they would show hairlines. */
function barsOf(modules: Modules): readonly { readonly start: number; readonly length: number }[] {
  const bars: { start: number; length: number }[] = [];
  modules.black.forEach((isBlack, at) => {
    if (!isBlack) return;
    const last = bars.at(-1);
    if (last !== undefined && last.start + last.length === at) last.length += 1;
    else bars.push({ start: at, length: 1 });
  });
  return bars;
}
