import { hasValidCheckDigit } from '../../scanning/check-digit.ts';
import type { Label } from '../label.ts';
import type { LabelMedium } from '../label-size.ts';
import { labelText } from './label-text.ts';

export type ProductLabelContent = {
  readonly name: string;
  /** The seller's own article. */
  readonly article: string;
  /** Printable ASCII without a blank. */
  readonly barcode: string;
};

/** A product's barcode to stick on the goods, with name and article. For any paper of at least 40 x 30 mm. */
export function productLabel(
  { name, article, barcode }: ProductLabelContent,
  { widthMm, heightMm }: LabelMedium,
): Label {
  const inner = widthMm - 4;
  const unit = Math.min(heightMm, 60) / 40;
  const nameMm = 8 * unit;
  const lineMm = 4 * unit;
  const codeTop = 1.5 + nameMm + lineMm;
  const line = (yMm: number, text: string) =>
    labelText({ xMm: 2, yMm, widthMm: inner, heightMm: lineMm }, text, {
      sizeMm: lineMm * 0.7,
      align: 'centre',
    });
  return {
    widthMm,
    heightMm,
    elements: [
      labelText({ xMm: 2, yMm: 1.5, widthMm: inner, heightMm: nameMm }, name, {
        sizeMm: nameMm * 0.4,
        isBold: true,
        align: 'centre',
      }),
      line(1.5 + nameMm, article),
      {
        kind: 'barcode',
        symbology: /^\d{13}$/.test(barcode) && hasValidCheckDigit(barcode) ? 'ean13' : 'code128',
        xMm: 0,
        yMm: codeTop,
        widthMm,
        heightMm: heightMm - codeTop - lineMm - 2,
        value: barcode,
      },
      line(heightMm - lineMm - 1.5, barcode),
    ],
  };
}
