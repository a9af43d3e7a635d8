import { Resvg } from '@resvg/resvg-js';
import type { Product } from './product.ts';
import { SILHOUETTES } from './silhouettes.ts';

const SIDE_PX = 400;

/** The product's picture as PNG, 400 x 400, drawn by us: its family's silhouette in its colour. */
export function productPicture(product: Product): Uint8Array {
  return new Resvg(pictureSvg(product), {
    fitTo: { mode: 'width', value: SIDE_PX },
    // There is no text in it, and looking for fonts takes longer than drawing.
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();
}

function pictureSvg(product: Product): string {
  const shape = SILHOUETTES[product.kind] ?? '<rect x="25" y="25" width="50" height="50" fill="C"/>';
  const drawing = shape
    .replaceAll('"C"', `"${product.colourHex}"`)
    .replaceAll('"S"', `"${shade(product.colourHex)}"`);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">',
    '<rect width="100" height="100" fill="#f4f5f7"/>',
    '<ellipse cx="50" cy="90" rx="34" ry="4" fill="#dcdfe5"/>',
    drawing,
    '</svg>',
  ].join('');
}

/** The colour at two thirds of its light. */
function shade(hex: string): string {
  const parts = [1, 3, 5].map((at) => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) * 2) / 3));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
