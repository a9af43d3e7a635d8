import type { Cell } from './cell.ts';

// Positions in `cellXfs` below.
const header = 1;
const bold = 2;
const time = 3;
/** The first number that is free for formats of one's own (ECMA-376 part 1, 18.8.30). */
const ownFormat = 164;

/** The attribute that gives a cell its look; empty for the plain one. */
export function styleOf(cell: Cell): string {
  if (cell.kind === 'time') return ` s="${time}"`;
  if (cell.look === undefined) return '';
  return ` s="${cell.look === 'header' ? header : bold}"`;
}

/** The looks that {@link styleOf} names. */
export function stylesXml(namespace: string): string {
  const plainFont = '<font><sz val="11"/><name val="Calibri"/></font>';
  const boldFont = '<font><b/><sz val="11"/><name val="Calibri"/></font>';
  // The first two fills are fixed by the format.
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/></patternFill></fill>',
  ];
  const looks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    `<xf numFmtId="${ownFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ];
  return [
    `<styleSheet xmlns="${namespace}">`,
    `<numFmts count="1"><numFmt numFmtId="${ownFormat}" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>`,
    `<fonts count="2">${plainFont}${boldFont}</fonts>`,
    `<fills count="${fills.length}">${fills.join('')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
