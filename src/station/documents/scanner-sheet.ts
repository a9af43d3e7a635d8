import { scannerTests } from '#domain/scanning/scanner-check.ts';
import { familyWords, type ScannerFamily } from '#domain/scanning/scanner-families.ts';
import { barcodeModules, type Modules } from '../labels/barcode-modules.ts';
import type { DocumentTexts } from './document-texts.ts';
import { A4_MM, PdfPages, POINTS_PER_MM } from './pdf-page.ts';

const MARGIN_MM = 14;
const INNER_MM = A4_MM.width - 2 * MARGIN_MM;
const CODES_TOP_MM = 30;
const CELL_MM = { width: INNER_MM / 2, height: 44 } as const;
const MODULE_MM = { linear: 0.4, matrix: 0.8 } as const;
const BARS_MM = 16;

/**
 * The scanner test sheet, one page of A4: a code for everything that goes wrong with scanners, and beneath what to set at
 * them, for a `family` also in its maker's own words. `madeAt` is epoch ms.
 */
export async function scannerSheet(
  texts: DocumentTexts,
  madeAt: number,
  family: ScannerFamily | null = null,
): Promise<Uint8Array> {
  const { title, hint, settings, settingsTitle, tests } = texts.scannerSheet;
  const pages = new PdfPages(title, madeAt);
  pages.addPage();
  const line = { xMm: MARGIN_MM, widthMm: INNER_MM };
  pages.write({ ...line, text: title, yMm: 10, sizePt: 15, weight: 'bold' });
  pages.write({ ...line, text: hint, yMm: 18.5, sizePt: 9 });
  scannerTests.forEach(({ name, symbology, text }, at) => {
    const modules = barcodeModules(symbology, text);
    if (!modules.ok) throw new Error(`the test code ${name} cannot be drawn`);
    drawTest(pages, { modules: modules.value, caption: tests[name], at });
  });
  const listTop = CODES_TOP_MM + Math.ceil(scannerTests.length / 2) * CELL_MM.height + 4;
  pages.write({ ...line, text: settingsTitle, yMm: listTop, sizePt: 12, weight: 'bold' });
  settings.forEach((setting, at) => {
    pages.write({ ...line, text: `${at + 1}. ${setting}`, yMm: listTop + 8 + at * 7, sizePt: 10 });
  });
  if (family !== null) {
    const { name, words } = familyWords[family];
    const familyTop = listTop + 8 + settings.length * 7 + 4;
    pages.write({ ...line, text: name, yMm: familyTop, sizePt: 12, weight: 'bold' });
    words.forEach((word, at) => {
      pages.write({ ...line, text: `• ${word}`, yMm: familyTop + 8 + at * 6, sizePt: 9 });
    });
  }
  return pages.finish();
}

type Cell = { readonly modules: Modules; readonly caption: string; readonly at: number };

function drawTest(pages: PdfPages, { modules, caption, at }: Cell): void {
  const xMm = MARGIN_MM + (at % 2) * CELL_MM.width;
  const yMm = CODES_TOP_MM + Math.floor(at / 2) * CELL_MM.height;
  pages.write({ text: caption, xMm, yMm, widthMm: CELL_MM.width - 4, sizePt: 10, weight: 'bold' });
  const isLinear = modules.rows === 1;
  const edgeMm = isLinear ? MODULE_MM.linear : MODULE_MM.matrix;
  modules.black.forEach((isBlack, index) => {
    if (!isBlack) return;
    const column = index % modules.columns;
    const row = Math.floor(index / modules.columns);
    pages.document.rect(
      (xMm + (modules.quiet.left + column) * edgeMm) * POINTS_PER_MM,
      (yMm + 7 + row * edgeMm) * POINTS_PER_MM,
      edgeMm * POINTS_PER_MM,
      (isLinear ? BARS_MM : edgeMm) * POINTS_PER_MM,
    );
  });
  pages.document.fill('black');
}
