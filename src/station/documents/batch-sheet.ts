import { toPrintableText } from '#domain/labels/printable-text.ts';
import { barcodeModules } from '../labels/barcode-modules.ts';
import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import { A4_MM, PdfPages, POINTS_PER_MM } from './pdf-page.ts';

/** A posting of a batch; `place` is its letter or number on the picking cart. Times are epoch ms. */
export type BatchPosting = {
  readonly posting: string;
  readonly cutoffAt: number | null;
  readonly lines: readonly { readonly sku: string; readonly name: string; readonly quantity: number }[];
};

export type BatchSheetOptions = {
  readonly texts: DocumentTexts;
  /** IANA name. */
  readonly timeZone: string;
  readonly madeAt: number;
};

const MARGIN_MM = 12;
const INNER_MM = A4_MM.width - 2 * MARGIN_MM;
const TOP_MM = 26;
const BOTTOM_MM = A4_MM.height - 14;
const LINE_MM = 7;
const POSTING_MM = 20;
const MODULE_MM = 0.35;

/** What is taken of one product, and for which places of the cart. */
type Pick = {
  readonly sku: string;
  readonly name: string;
  readonly total: number;
  readonly places: readonly { readonly place: number; readonly quantity: number }[];
};

/**
 * The sheet for picking several postings in one walk, A4: first what to take of each product and into which places of the
 * cart, then each place with its posting as a barcode to open it at the bench.
 */
export async function batchSheet(
  postings: readonly BatchPosting[],
  { texts, timeZone, madeAt }: BatchSheetOptions,
): Promise<Uint8Array> {
  const pages = new PdfPages(texts.batchSheet.title, madeAt);
  const localTime = localTimeIn(timeZone);
  let yMm = BOTTOM_MM;
  const place = (heightMm: number): number => {
    if (yMm + heightMm > BOTTOM_MM) {
      pages.addPage();
      drawHead(pages, texts, `${localTime(madeAt)} · ${texts.pickList.postings} ${postings.length}`);
      yMm = TOP_MM;
    }
    const at = yMm;
    yMm += heightMm;
    return at;
  };
  for (const pick of gatherPicks(postings)) drawPick(pages, pick, place(LINE_MM));
  yMm += LINE_MM;
  postings.forEach(({ posting, cutoffAt, lines }, index) => {
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const cutoff = cutoffAt === null ? '' : ` · ${texts.pickList.cutoff} ${localTime(cutoffAt)}`;
    const caption = `${posting} · ${texts.pickList.total} ${units}${cutoff}`;
    drawPosting(pages, { number: index + 1, posting, caption }, place(POSTING_MM));
  });
  return pages.finish();
}

/** Products in the order in which they are first needed, each with the places that want it. */
function gatherPicks(postings: readonly BatchPosting[]): readonly Pick[] {
  const picks = new Map<string, Pick>();
  postings.forEach(({ lines }, index) => {
    for (const { sku, name, quantity } of lines) {
      const known = picks.get(sku) ?? { sku, name, total: 0, places: [] };
      const places = [...known.places, { place: index + 1, quantity }];
      picks.set(sku, { ...known, total: known.total + quantity, places });
    }
  });
  return [...picks.values()];
}

function drawHead(pages: PdfPages, texts: DocumentTexts, facts: string): void {
  const line = { xMm: MARGIN_MM, widthMm: INNER_MM };
  pages.write({ ...line, text: texts.batchSheet.title, yMm: 9, sizePt: 15, weight: 'bold' });
  pages.write({ ...line, text: facts, yMm: 17, sizePt: 9 });
}

function drawPick(pages: PdfPages, { sku, name, total, places }: Pick, yMm: number): void {
  const split = places.map(({ place, quantity }) => `[${place}] ${quantity}`).join('  ');
  pages.write({
    text: `${total} ×`,
    xMm: MARGIN_MM,
    yMm,
    widthMm: 14,
    sizePt: 11,
    weight: 'bold',
    align: 'right',
  });
  const text = toPrintableText(`${name} (${sku})`);
  pages.write({ text, xMm: MARGIN_MM + 17, yMm, widthMm: 105, sizePt: 10 });
  pages.write({
    text: split,
    xMm: MARGIN_MM + 124,
    yMm,
    widthMm: INNER_MM - 124,
    sizePt: 10,
    weight: 'bold',
  });
  pages.rule(MARGIN_MM, yMm + LINE_MM - 1.2, INNER_MM, 0.1);
}

type Place = { readonly number: number; readonly posting: string; readonly caption: string };

function drawPosting(pages: PdfPages, { number, posting, caption }: Place, yMm: number): void {
  pages.write({ text: `[${number}]`, xMm: MARGIN_MM, yMm: yMm + 2, widthMm: 16, sizePt: 18, weight: 'bold' });
  pages.write({ text: caption, xMm: MARGIN_MM + 20, yMm, widthMm: INNER_MM - 20, sizePt: 10 });
  const modules = barcodeModules('code128', posting);
  if (!modules.ok) return;
  modules.value.black.forEach((isBlack, at) => {
    if (!isBlack) return;
    pages.document.rect(
      (MARGIN_MM + 24 + at * MODULE_MM) * POINTS_PER_MM,
      (yMm + 5.5) * POINTS_PER_MM,
      MODULE_MM * POINTS_PER_MM,
      11 * POINTS_PER_MM,
    );
  });
  pages.document.fill('black');
}
