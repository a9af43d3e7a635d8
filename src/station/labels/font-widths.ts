import { closeSync, openSync, readSync } from 'node:fs';

/** How far a character moves the pen, in ems (multiples of the font size). One that the font lacks is as wide as its box. */
export type FontWidths = (codePoint: number) => number;

/**
 * Reads the advance widths of a TrueType font: its tables `head`, `hhea`, `hmtx` and the format 12 of `cmap`, as in the
 * OpenType specification 1.9. Nothing else is loaded: the outlines of a Chinese font are 10 MB, and the library that draws
 * has its own. Throws for a file without these tables; the fonts come with the application.
 */
export function readFontWidths(file: string): FontWidths {
  const font = openSync(file, 'r');
  try {
    const tables = tableDirectory(font);
    const read = (tag: string) => readTable(font, tables.get(tag) ?? missing(tag, file));
    const unitsPerEm = read('head').readUInt16BE(18);
    const metrics = read('hhea').readUInt16BE(34);
    const hmtx = read('hmtx');
    const glyphOf = glyphLookup(read('cmap'), file);
    // Glyphs behind the last metric share it (monospaced tails).
    return (codePoint) => hmtx.readUInt16BE(4 * Math.min(glyphOf(codePoint), metrics - 1)) / unitsPerEm;
  } finally {
    closeSync(font);
  }
}

type Place = { readonly offset: number; readonly length: number };

function tableDirectory(font: number): ReadonlyMap<string, Place> {
  const count = readTable(font, { offset: 0, length: 12 }).readUInt16BE(4);
  const records = readTable(font, { offset: 12, length: 16 * count });
  const entries = Array.from({ length: count }, (_, n): [string, Place] => {
    const at = 16 * n;
    const place = { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) };
    return [records.toString('latin1', at, at + 4), place];
  });
  return new Map(entries);
}

function readTable(font: number, { offset, length }: Place): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(font, bytes, 0, length, offset);
  return bytes;
}

/** Format 12: groups of code points in ascending order, each with the glyph of its first one. */
function glyphLookup(cmap: Buffer, file: string): (codePoint: number) => number {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(4 + 8 * n + 4));
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 12) ?? missing('cmap format 12', file);
  const groups = cmap.readUInt32BE(at + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + 12 * middle;
      const first = cmap.readUInt32BE(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
      else return cmap.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  };
}

function missing(what: string, file: string): never {
  throw new Error(`${file} has no ${what}`);
}
