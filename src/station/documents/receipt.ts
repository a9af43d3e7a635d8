import type { Label, LabelElement } from '#domain/labels/label.ts';
import { toPrintableText } from '#domain/labels/printable-text.ts';
import { breakLines } from '../labels/break-lines.ts';
import type { FontWeight } from '../labels/fonts.ts';

/** A piece of a receipt-style document, one below the other; sizes in mm. */
export type ReceiptBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly sizeMm: number;
      readonly weight?: FontWeight;
      readonly align?: 'left' | 'centre' | 'right';
    }
  /** A long text on the left, a short one (a quantity) on the right of its first line. */
  | { readonly kind: 'entry'; readonly left: string; readonly right: string; readonly sizeMm: number }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap'; readonly heightMm: number }
  | { readonly kind: 'barcode'; readonly value: string; readonly heightMm: number };

export const LINE_HEIGHT_EM = 1.25;
const RIGHT_COLUMN_MM = 12;
/** A text that needs more is cut. */
export const LINES_MAX = 8;

/** Lays blocks out on paper that is as wide as given and as long as they need. */
export function layoutReceipt(blocks: readonly ReceiptBlock[], widthMm: number): Label {
  const elements: LabelElement[] = [];
  let yMm = 1;
  for (const block of blocks) {
    const placed = placeBlock(block, yMm, widthMm);
    elements.push(...placed.elements);
    yMm += placed.heightMm;
  }
  return { widthMm, heightMm: yMm + 1, elements };
}

/** A block in its place, mm. */
export type Placed = { readonly elements: readonly LabelElement[]; readonly heightMm: number };

/** What a block is drawn as at this height, mm from the top; and how high it is. */
export function placeBlock(block: ReceiptBlock, yMm: number, widthMm: number): Placed {
  switch (block.kind) {
    case 'text': {
      const { text, sizeMm, weight = 'regular', align = 'left' } = block;
      return textBlock({ text, sizeMm, weight, align, xMm: 0, yMm, widthMm });
    }
    case 'entry': {
      const { left, right, sizeMm } = block;
      const name = textBlock({
        text: left,
        sizeMm,
        weight: 'regular',
        align: 'left',
        xMm: 0,
        yMm,
        widthMm: widthMm - RIGHT_COLUMN_MM - 1,
      });
      const count = { text: right, sizeMm: sizeMm * 1.2, weight: 'bold', align: 'right' } as const;
      const quantity = textBlock({ ...count, xMm: widthMm - RIGHT_COLUMN_MM, yMm, widthMm: RIGHT_COLUMN_MM });
      return {
        elements: [...name.elements, ...quantity.elements],
        heightMm: Math.max(name.heightMm, quantity.heightMm) + 1,
      };
    }
    case 'rule':
      return {
        elements: [
          { kind: 'line', direction: 'right', xMm: 0, yMm: yMm + 1, lengthMm: widthMm, thicknessMm: 0.25 },
        ],
        heightMm: 2.25,
      };
    case 'gap':
      return { elements: [], heightMm: block.heightMm };
    case 'barcode': {
      const { value, heightMm } = block;
      return {
        elements: [{ kind: 'barcode', symbology: 'code128', xMm: 0, yMm, widthMm, heightMm, value }],
        heightMm,
      };
    }
  }
}

type TextBlock = {
  readonly text: string;
  readonly sizeMm: number;
  readonly weight: FontWeight;
  readonly align: 'left' | 'centre' | 'right';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
};

function textBlock({ text, sizeMm, weight, align, xMm, yMm, widthMm }: TextBlock): Placed {
  const printable = toPrintableText(text);
  const { lines } = breakLines(printable, { weight, widthMaxEm: widthMm / sizeMm, linesMax: LINES_MAX });
  const heightMm = Math.max(1, lines.length) * sizeMm * LINE_HEIGHT_EM + 0.01;
  return {
    elements: [{ kind: 'text', xMm, yMm, widthMm, heightMm, text: printable, sizeMm, weight, align }],
    heightMm,
  };
}
