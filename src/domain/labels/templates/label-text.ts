import type { TextElement } from '../label.ts';

/** A line of text on a label of our own: made smaller where it does not fit, down to what can still be read at arm's length. */
export function labelText(
  area: Pick<TextElement, 'xMm' | 'yMm' | 'widthMm' | 'heightMm'>,
  text: string,
  look: { readonly sizeMm: number; readonly isBold?: boolean; readonly align?: TextElement['align'] },
): TextElement {
  return {
    kind: 'text',
    ...area,
    text,
    sizeMm: look.sizeMm,
    sizeMinMm: Math.min(1.8, look.sizeMm),
    weight: look.isBold === true ? 'bold' : 'regular',
    align: look.align ?? 'left',
  };
}
