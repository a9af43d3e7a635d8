import { toPrintableText } from '#domain/labels/printable-text.ts';
import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import { contents } from './manifest-columns.ts';
import { type ManifestHeading, type ManifestRow, manifestTotals, shopNamer } from './manifest-row.ts';
import { A4_MM, PdfPages } from './pdf-page.ts';

const MARGIN_MM = 12;
const INNER_MM = A4_MM.width - 2 * MARGIN_MM;
const SHOP_MM = 21;
const TABLE_TOP_MM = 38;
const ROW_MM = 5.2;
const FOOTER_TOP_MM = A4_MM.height - 12;
const ROWS_PER_PAGE = Math.floor((FOOTER_TOP_MM - TABLE_TOP_MM - ROW_MM - 2) / ROW_MM);
/** Totals and the two signature lines take this much room on the last page. */
const CLOSING_ROWS = Math.ceil(46 / ROW_MM);

type Column = {
  readonly key: keyof DocumentTexts['columns'];
  readonly widthMm: number;
  readonly align?: 'right';
  readonly text: (row: ManifestRow, position: number, localTime: (at: number) => string) => string;
};

const COLUMNS: readonly Column[] = [
  { key: 'position', widthMm: 11, align: 'right', text: (_row, position) => String(position) },
  { key: 'posting', widthMm: 36, text: (row) => row.posting },
  { key: 'package', widthMm: 15, align: 'right', text: (row) => String(row.package) },
  { key: 'carton', widthMm: 19, text: (row) => row.carton },
  {
    key: 'weightG',
    widthMm: 15,
    align: 'right',
    text: (row) => (row.weightG === null ? '—' : String(row.weightG)),
  },
  { key: 'units', widthMm: 12, align: 'right', text: (row) => String(row.units) },
  { key: 'contents', widthMm: 51, text: contents },
  { key: 'packedAt', widthMm: 27, text: (row, _position, localTime) => localTime(row.packedAt) },
];

/** Postings of several shops say whose they are; one shop stands in the header alone. */
function columnsOf(heading: ManifestHeading): readonly Column[] {
  if (heading.shops.length < 2) return COLUMNS;
  const shopName = shopNamer(heading);
  const shop: Column = { key: 'shop', widthMm: SHOP_MM, text: (row) => shopName(row.shop) };
  return COLUMNS.flatMap((column) =>
    column.key === 'contents' ? [shop, { ...column, widthMm: column.widthMm - SHOP_MM }] : [column],
  );
}

/**
 * The manifest as an A4 PDF to print and sign: a header with day, shop and bench on every page, numbered pages, totals
 * and two lines for signatures at the end, so that the paper can go with the courier. Names are shortened to the
 * width of their column.
 */
export async function manifestPdf(
  rows: readonly ManifestRow[],
  heading: ManifestHeading,
  texts: DocumentTexts,
): Promise<Uint8Array> {
  const pages = new PdfPages(`${texts.manifest.title} ${heading.day}`, heading.generatedAt);
  const localTime = localTimeIn(heading.timeZone);
  const shown = columnsOf(heading);
  const pageCount = Math.max(1, Math.ceil((rows.length + CLOSING_ROWS) / ROWS_PER_PAGE));
  for (let page = 0; page < pageCount; page += 1) {
    pages.addPage();
    drawHeader(pages, shown, { heading, texts, localTime });
    const onPage = rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
    onPage.forEach((row, index) => {
      drawRow(pages, shown, index, (column) => column.text(row, page * ROWS_PER_PAGE + index + 1, localTime));
    });
    if (page === pageCount - 1) drawClosing(pages, onPage.length, rows, texts);
    drawFooter(pages, texts, page + 1, pageCount);
  }
  return pages.finish();
}

function drawHeader(
  pages: PdfPages,
  shown: readonly Column[],
  {
    heading,
    texts,
    localTime,
  }: {
    readonly heading: ManifestHeading;
    readonly texts: DocumentTexts;
    readonly localTime: (at: number) => string;
  },
): void {
  const { manifest, columns } = texts;
  const line = { xMm: MARGIN_MM, widthMm: INNER_MM };
  pages.write({ ...line, yMm: 12, sizePt: 16, weight: 'bold', text: `${manifest.title} ${heading.day}` });
  const facts = [
    `${manifest.shop}: ${heading.shops.map(({ name }) => name).join(', ')}`,
    `${manifest.bench}: ${heading.bench}`,
    `${manifest.made}: ${localTime(heading.generatedAt)} (${heading.timeZone})`,
  ];
  pages.write({ ...line, yMm: 21, sizePt: 9, text: toPrintableText(facts.join('    ')) });
  let xMm = MARGIN_MM;
  for (const { key, widthMm, align = 'left' } of shown) {
    const text = columns[key];
    pages.write({
      text,
      xMm,
      yMm: TABLE_TOP_MM - 7,
      widthMm: widthMm - 1.5,
      sizePt: 7.5,
      weight: 'bold',
      align,
    });
    xMm += widthMm;
  }
  pages.rule(MARGIN_MM, TABLE_TOP_MM - 2, INNER_MM, 0.35);
}

function drawRow(
  pages: PdfPages,
  shown: readonly Column[],
  index: number,
  textOf: (column: Column) => string,
): void {
  const yMm = TABLE_TOP_MM + index * ROW_MM;
  let xMm = MARGIN_MM;
  for (const column of shown) {
    const { widthMm, align = 'left' } = column;
    const text = toPrintableText(textOf(column));
    pages.write({ text, xMm, yMm, widthMm: widthMm - 1.5, sizePt: 8, align });
    xMm += widthMm;
  }
  pages.rule(MARGIN_MM, yMm + ROW_MM - 1.2, INNER_MM, 0.08);
}

function drawClosing(
  pages: PdfPages,
  rowsAbove: number,
  rows: readonly ManifestRow[],
  texts: DocumentTexts,
): void {
  const { manifest, columns } = texts;
  const totals = manifestTotals(rows);
  const yMm = TABLE_TOP_MM + rowsAbove * ROW_MM + 3;
  const sum = [
    `${manifest.total}: ${totals.packages} ${manifest.packages}`,
    `${columns.units}: ${totals.units}`,
    `${columns.weightG}: ${totals.weightG}`,
  ];
  pages.write({ text: sum.join('    '), xMm: MARGIN_MM, yMm, widthMm: INNER_MM, sizePt: 10, weight: 'bold' });
  [manifest.handedOver, manifest.received].forEach((who, index) => {
    const lineMm = yMm + 18 + index * 16;
    pages.write({ text: who, xMm: MARGIN_MM, yMm: lineMm - 4, widthMm: 45, sizePt: 10 });
    pages.rule(MARGIN_MM + 47, lineMm, INNER_MM - 47, 0.25);
    const under = { xMm: MARGIN_MM + 47, widthMm: INNER_MM - 47, sizePt: 7 };
    pages.write({ ...under, text: manifest.signature, yMm: lineMm + 1.5, align: 'centre' });
  });
}

function drawFooter(pages: PdfPages, texts: DocumentTexts, page: number, pageCount: number): void {
  const text = `${texts.manifest.page} ${page} ${texts.manifest.of} ${pageCount}`;
  pages.write({ text, xMm: MARGIN_MM, yMm: FOOTER_TOP_MM + 2, widthMm: INNER_MM, sizePt: 8, align: 'right' });
}
