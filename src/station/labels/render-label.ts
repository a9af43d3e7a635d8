import { type Bitmap, createBitmap, type DotRect, fillRect } from '#domain/labels/bitmap.ts';
import type {
  BarcodeElement,
  BoxElement,
  ImageElement,
  Label,
  LineElement,
  PatternElement,
  TextElement,
} from '#domain/labels/label.ts';
import { type Dpi, mediumDots, mmToDots } from '#domain/labels/label-size.ts';
import { assertNever, err, ok, type Result } from '#domain/result.ts';
import { type BarcodeInvalid, barcodeModules } from './barcode-modules.ts';
import { type BarcodeTooLarge, drawBarcode } from './draw-barcode.ts';
import { drawText } from './draw-text.ts';

/** Why a label model cannot be drawn. */
export type RenderProblem = BarcodeInvalid | BarcodeTooLarge;

/**
 * Draws a label at the dots of a print head. Barcodes, lines and boxes are put on whole dots directly; text and
 * pictures are drawn by resvg and thresholded. Fails where a barcode cannot carry its value or does not fit.
 */
export async function renderLabel(label: Label, dpi: Dpi): Promise<Result<Bitmap, RenderProblem>> {
  const medium = { dpi, widthMm: label.widthMm, heightMm: label.heightMm };
  const { widthDots, heightDots } = mediumDots(medium);
  const bitmap = createBitmap(widthDots, heightDots);
  const soft: (TextElement | ImageElement)[] = [];
  for (const element of label.elements) {
    switch (element.kind) {
      case 'text':
      case 'image':
        soft.push(element);
        break;
      case 'barcode': {
        const modules = barcodeModules(element.symbology, element.value);
        if (!modules.ok) return modules;
        const drawn = drawBarcode(bitmap, areaDots(element, dpi), modules.value, dpi);
        if (!drawn.ok) return err(drawn.error);
        break;
      }
      case 'line':
        fillRect(bitmap, lineDots(element, dpi));
        break;
      case 'box':
        drawBox(bitmap, element, dpi);
        break;
      case 'pattern':
        drawPattern(bitmap, element, dpi);
        break;
      default:
        assertNever(element);
    }
  }
  drawText(bitmap, medium, soft);
  return ok(bitmap);
}

function areaDots(area: BarcodeElement | BoxElement | PatternElement, dpi: Dpi): DotRect {
  const xDots = mmToDots(area.xMm, dpi);
  const yDots = mmToDots(area.yMm, dpi);
  return {
    xDots,
    yDots,
    widthDots: mmToDots(area.xMm + area.widthMm, dpi) - xDots,
    heightDots: mmToDots(area.yMm + area.heightMm, dpi) - yDots,
  };
}

function lineDots(line: LineElement, dpi: Dpi): DotRect {
  const lengthDots = mmToDots(line.lengthMm, dpi);
  const thicknessDots = Math.max(1, mmToDots(line.thicknessMm, dpi));
  return {
    xDots: mmToDots(line.xMm, dpi),
    yDots: mmToDots(line.yMm, dpi),
    widthDots: line.direction === 'right' ? lengthDots : thicknessDots,
    heightDots: line.direction === 'right' ? thicknessDots : lengthDots,
  };
}

function drawBox(bitmap: Bitmap, box: BoxElement, dpi: Dpi): void {
  const rect = areaDots(box, dpi);
  const thick = Math.max(1, mmToDots(box.thicknessMm, dpi));
  fillRect(bitmap, { ...rect, heightDots: thick });
  fillRect(bitmap, { ...rect, yDots: rect.yDots + rect.heightDots - thick, heightDots: thick });
  fillRect(bitmap, { ...rect, widthDots: thick });
  fillRect(bitmap, { ...rect, xDots: rect.xDots + rect.widthDots - thick, widthDots: thick });
}

function drawPattern(bitmap: Bitmap, { pattern, dots, ...area }: PatternElement, dpi: Dpi): void {
  const rect = areaDots({ ...area, pattern, dots }, dpi);
  if (pattern === 'solid') return fillRect(bitmap, rect);
  for (let column = 0; column * dots < rect.widthDots; column += 1) {
    const xDots = rect.xDots + column * dots;
    if (pattern === 'bars') {
      if (column % 2 === 0) fillRect(bitmap, { ...rect, xDots, widthDots: dots });
      continue;
    }
    for (let row = column % 2; row * dots < rect.heightDots; row += 2)
      fillRect(bitmap, { xDots, yDots: rect.yDots + row * dots, widthDots: dots, heightDots: dots });
  }
}
