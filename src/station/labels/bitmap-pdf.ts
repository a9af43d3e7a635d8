import { deflateSync } from 'node:zlib';
import { type Bitmap, bytesPerRow } from '#domain/labels/bitmap.ts';
import { checkCopies } from '#domain/labels/copies.ts';
import { type Dpi, dotsPerMm } from '#domain/labels/label-size.ts';

const POINTS_PER_MM = 72 / 25.4;

/**
 * A bitmap as a PDF (ISO 32000-1) for printers that take documents: pages of the paper's size to
 * half a dot, so that a printer of the same dpi need not scale, filled by the dots as one 1-bit mask. It carries no date and no id, so the same bitmap gives the
 * same bytes. One page for each of the `copies`, 1 to 10; a RangeError otherwise.
 */
export function bitmapPdf(
  bitmap: Bitmap,
  { dpi, copies }: { readonly dpi: Dpi; readonly copies: number },
): Uint8Array {
  checkCopies(copies);
  const perDot = POINTS_PER_MM / dotsPerMm(dpi);
  const [width, height] = [points(bitmap.widthDots * perDot), points(bitmap.heightDots * perDot)];
  const drawing = `0 g ${width} 0 0 ${height} 0 0 cm /L Do`;
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</L 4 0 R>>>>/Contents 3 0 R>>`;
  const kids = Array.from({ length: copies }, (_, index) => `${5 + index} 0 R`);
  return file([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    [`<</Type/Pages/Kids[${kids.join(' ')}]/Count ${copies}>>`],
    [`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`],
    mask(bitmap),
    ...kids.map(() => [page]),
  ]);
}

type Piece = string | Uint8Array;

/** A stencil mask: a bit of 1 is painted, given that its `Decode` is turned round. */
function mask({ widthDots, heightDots, rows }: Bitmap): Piece[] {
  const data = deflateSync(rows.subarray(0, bytesPerRow(widthDots) * heightDots));
  return [
    `<</Type/XObject/Subtype/Image/Width ${widthDots}/Height ${heightDots}/ImageMask true/Decode[1 0]/Filter/FlateDecode/Length ${data.length}>>stream\n`,
    data,
    '\nendstream',
  ];
}

function file(objects: readonly (readonly Piece[])[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const add = (piece: Piece) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece);
    parts.push(bytes);
    length += bytes.length;
  };
  const offsets = objects.map((pieces, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`);
    for (const piece of pieces) add(piece);
    add('\nendobj\n');
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = length;
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`);
  add(`trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** A length as PDF writes numbers: at most four decimals, no exponent. */
function points(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
