import { Resvg } from '@resvg/resvg-js';
import { type Bitmap, drawOnto } from '#domain/labels/bitmap.ts';
import type { ImageElement, TextElement } from '#domain/labels/label.ts';
import { dotsPerMm, type LabelMedium, mediumDots } from '#domain/labels/label-size.ts';
import { toPrintableText } from '#domain/labels/printable-text.ts';
import { thresholdPixels } from '#domain/labels/threshold.ts';
import { breakLines } from './break-lines.ts';
import { fontFile, fontRuns, needsChinese } from './fonts.ts';
import { freeDrawings } from './free-drawings.ts';
import { widthEm } from './measure-text.ts';

const LINE_HEIGHT_EM = 1.25;
/** Noto Sans: from the top of a line to its baseline, with the line gap above. */
const BASELINE_EM = 1;

/**
 * Draws texts and pictures onto the bitmap, in place, at the printer's dots. Text is made smaller until it fits its
 * area, then cut with an ellipsis; grey edges are thresholded.
 */
export function drawText(
  bitmap: Bitmap,
  medium: LabelMedium,
  elements: readonly (TextElement | ImageElement)[],
): void {
  if (elements.length === 0) return;
  const { widthDots, heightDots } = mediumDots(medium);
  const perMm = dotsPerMm(medium.dpi);
  const body = elements.map((element) =>
    element.kind === 'text' ? textMarkup(element, perMm) : imageMarkup(element, perMm),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}">${body.join('')}</svg>`;
  const texts = drawn(svg, fontFiles(elements), { widthDots, heightDots });
  freeDrawings();
  drawOnto(bitmap, texts, 0, 0);
}

/** The picture in black and white; of the drawing itself nothing is held on to. */
function drawn(
  svg: string,
  fonts: string[],
  { widthDots, heightDots }: ReturnType<typeof mediumDots>,
): Bitmap {
  // In this thread: drawn in a pool's threads, each of those would keep the memory of its largest picture for good.
  const image = new Resvg(svg, {
    background: '#fff',
    font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'Noto Sans' },
    logLevel: 'off',
  }).render();
  return thresholdPixels(image.pixels, widthDots, heightDots);
}

function fontFiles(elements: readonly (TextElement | ImageElement)[]): string[] {
  const files = [fontFile('latin', 'regular'), fontFile('latin', 'bold')];
  for (const weight of ['regular', 'bold'] as const) {
    const isNeeded = elements.some(
      (element) => element.kind === 'text' && element.weight === weight && needsChinese(element.text),
    );
    if (isNeeded) files.push(fontFile('chinese', weight));
  }
  return files;
}

function textMarkup(element: TextElement, perMm: number): string {
  const { lines, sizeMm } = fitText(element);
  const slackMm = Math.max(0, element.heightMm - lines.length * sizeMm * LINE_HEIGHT_EM) / 2;
  return lines
    .map((line, index) => {
      const baselineMm = element.yMm + slackMm + (index * LINE_HEIGHT_EM + BASELINE_EM) * sizeMm;
      return lineMarkup(line, element, { baselineMm, sizeMm, perMm });
    })
    .join('');
}

const FAMILIES = { latin: 'Noto Sans', chinese: 'Noto Sans SC' } as const;

/**
 * A line run by run, each in the font that it was measured in and where its width puts it. As one text, the engine would
 * draw all of it in the Chinese font as soon as one letter needs that, and it would be wider than its area.
 */
function lineMarkup(
  line: string,
  { xMm, widthMm, align, weight }: TextElement,
  {
    baselineMm,
    sizeMm,
    perMm,
  }: { readonly baselineMm: number; readonly sizeMm: number; readonly perMm: number },
): string {
  const runs = fontRuns(line).map((run) => ({ ...run, widthMm: widthEm(run.text, weight) * sizeMm }));
  const freeMm = widthMm - runs.reduce((sum, run) => sum + run.widthMm, 0);
  let atMm = xMm + { left: 0, centre: freeMm / 2, right: freeMm }[align];
  return runs
    .map(({ script, text, widthMm: runMm }) => {
      const style = [
        `font-family="${FAMILIES[script]}"`,
        `font-size="${sizeMm * perMm}"`,
        `font-weight="${weight === 'bold' ? 700 : 400}"`,
        `xml:space="preserve"`,
      ].join(' ');
      const markup = `<text x="${atMm * perMm}" y="${baselineMm * perMm}" ${style}>${escapeXml(text)}</text>`;
      atMm += runMm;
      return markup;
    })
    .join('');
}

function fitText(element: TextElement): { readonly lines: readonly string[]; readonly sizeMm: number } {
  const text = toPrintableText(element.text);
  const smallest = Math.min(element.sizeMinMm ?? element.sizeMm, element.sizeMm);
  let sizeMm = element.sizeMm;
  for (;;) {
    const linesMax = Math.max(1, Math.floor(element.heightMm / (sizeMm * LINE_HEIGHT_EM)));
    const widthMaxEm = element.widthMm / sizeMm;
    const { lines, isCut } = breakLines(text, { weight: element.weight, widthMaxEm, linesMax });
    if (!isCut || sizeMm <= smallest) return { lines, sizeMm };
    sizeMm = Math.max(smallest, sizeMm * 0.9);
  }
}

function imageMarkup(element: ImageElement, perMm: number): string {
  const data = Buffer.from(element.png).toString('base64');
  const at = `x="${element.xMm * perMm}" y="${element.yMm * perMm}"`;
  const size = `width="${element.widthMm * perMm}" height="${element.heightMm * perMm}"`;
  return `<image ${at} ${size} href="data:image/png;base64,${data}"/>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
