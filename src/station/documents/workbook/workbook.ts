import type { Cell } from './cell.ts';
import { styleOf, stylesXml } from './cell-styles.ts';
import { escapeXml } from './escape-xml.ts';
import { type ArchiveFile, zipArchive } from './zip-archive.ts';

export type Sheet = {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  /** In characters, one per column. */
  readonly widths: readonly number[];
  /** The first row is the header and stays in sight; null is an empty cell. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly isLandscape?: boolean;
};

const dayMs = 86_400_000;
/** Days from 30 December 1899, where the serial dates of worksheets begin, to 1 January 1970 (ECMA-376 part 1, 18.17.4.1). */
const daysTo1970 = 25_569;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An Excel workbook (ECMA-376, SpreadsheetML). Ten thousand rows take a few hundred ms. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  return zipArchive([
    { path: '[Content_Types].xml', text: contentTypes(sheets) },
    { path: '_rels/.rels', text: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', text: workbookXml(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: relationships([
        ...sheets.map((_, n): [string, string] => ['worksheet', `worksheets/sheet${n + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/styles.xml', text: declaration + stylesXml(main) },
    ...sheets.map((sheet, n): ArchiveFile => {
      return { path: `xl/worksheets/sheet${n + 1}.xml`, text: sheetXml(sheet) };
    }),
  ]);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, n) => [`/xl/worksheets/sheet${n + 1}.xml`, 'worksheet']),
  ].map(([part, kind]) => `<Override PartName="${part}" ContentType="${spreadsheet}.${kind}+xml"/>`);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return `${declaration}<Types xmlns="${types}">${defaults}${parts.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${all.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const all = sheets.map(
    ({ name }, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${all.join('')}</sheets></workbook>`;
}

function sheetXml({ widths, rows, isLandscape }: Sheet): string {
  const cols = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    `${declaration}<worksheet xmlns="${main}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${cols.join('')}</cols>`,
    '<sheetData>',
    ...rows.map(
      (row, n) => `<row r="${n + 1}">${row.map((cell, c) => cellXml(cell, c, n + 1)).join('')}</row>`,
    ),
    '</sheetData>',
    isLandscape === true ? '<pageSetup orientation="landscape"/>' : '',
    '</worksheet>',
  ].join('');
}

function cellXml(cell: Cell | null, column: number, row: number): string {
  if (cell === null) return '';
  const at = `<c r="${columnName(column)}${row}"${styleOf(cell)}`;
  switch (cell.kind) {
    case 'text':
      return `${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`;
    case 'number':
      return `${at}><v>${cell.value}</v></c>`;
    case 'time':
      return `${at}><v>${daysTo1970 + cell.wallClockMs / dayMs}</v></c>`;
  }
}

/** A, B … Z, AA …; from 0. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
