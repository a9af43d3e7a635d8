import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { checkCopies } from './copies.ts';
import { joinBytes } from './join-bytes.ts';
import type { Dpi } from './label-size.ts';
import type { LabelPaper } from './printer-language.ts';

/**
 * One label in CPCL: a session `! offset dpi dpi height copies`, the dots as one `CG` graphic in which 1 is black, `FORM`
 * to go on to the next label where the paper has any, `PRINT` (CPCL Programming Manual, sections "Label printing" and "Graphics"). `copies` is 1
 * to 10, a RangeError otherwise.
 */
export function toCpcl(
  bitmap: Bitmap,
  options: { readonly dpi: Dpi; readonly copies: number; readonly paper?: LabelPaper | undefined },
): Uint8Array {
  const { dpi, copies, paper = 'gap' } = options;
  checkCopies(copies);
  const { widthDots, heightDots } = bitmap;
  const resolution = dpi === 203 ? 200 : 300;
  return joinBytes([
    `! 0 ${resolution} ${resolution} ${heightDots} ${copies}\r\nPW ${widthDots}\r\n`,
    `CG ${bytesPerRow(widthDots)} ${heightDots} 0 0 `,
    bitmap.rows,
    paper === 'endless' ? '\r\nPRINT\r\n' : '\r\nFORM\r\nPRINT\r\n',
  ]);
}
