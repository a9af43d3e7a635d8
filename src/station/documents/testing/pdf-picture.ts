import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import { thresholdGray } from '#domain/labels/threshold.ts';

/** What an independent PDF engine makes of a document: its pages as text and as black and white pictures at 200 dpi. */
export async function openPdf(
  pdf: Uint8Array,
): Promise<readonly { readonly text: string; readonly picture: Bitmap }[]> {
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const bytes = new Uint8Array(await readFile(file));
  const library = await PDFiumLibrary.init({ wasmBinary: bytes.buffer });
  const document = await library.loadDocument(pdf);
  const pages: { text: string; picture: Bitmap }[] = [];
  for (let index = 0; index < document.getPageCount(); index += 1) {
    const page = document.getPage(index);
    const text = page.getText();
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const width = Math.round((originalWidth / 72) * 200);
    const height = Math.round((originalHeight / 72) * 200);
    const drawn = await page.render({
      width,
      height,
      scale: 1,
      colorSpace: 'Gray',
      render: async ({ data }) => data,
    });
    pages.push({ text, picture: thresholdGray(drawn.data, width, height) });
  }
  document.destroy();
  library.destroy();
  return pages;
}
