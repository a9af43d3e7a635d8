import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
/** Reading these takes most of the time of a label, and Latin and Cyrillic look the same without. */
const LEFT_OUT: ReadonlySet<string> = new Set(['GSUB', 'GPOS', 'GDEF']);

/** TTF fonts with Latin and Cyrillic for the documents that the stand-in prints. */
export const PDF_FONTS = {
  regular: plainFont('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: plainFont('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
} as const;

/** The font without its layout tables: only the table directory changes (OpenType 1.9, "Table directory"). */
function plainFont(module: string): Buffer {
  const font = readFileSync(createRequire(import.meta.url).resolve(module));
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + index * ENTRY_BYTES;
    return Buffer.from(font.subarray(at, at + ENTRY_BYTES));
  });
  const kept = entries.filter((entry) => !LEFT_OUT.has(entry.toString('latin1', 0, 4)));
  font.writeUInt16BE(kept.length, 4);
  Buffer.concat(kept).copy(font, HEADER_BYTES);
  return font;
}
