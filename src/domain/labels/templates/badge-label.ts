import type { Label } from '../label.ts';
import type { LabelMedium } from '../label-size.ts';
import { labelText } from './label-text.ts';

export type BadgeContent = {
  readonly name: string;
  /** What the person may do, in their language. */
  readonly role: string;
  /** The code that signs the person in, `PB-BADGE-…`. */
  readonly code: string;
};

/** A badge: the name large, the role, and the code that signs in. For any paper of at least 40 x 30 mm. */
export function badgeLabel({ name, role, code }: BadgeContent, { widthMm, heightMm }: LabelMedium): Label {
  const inner = widthMm - 4;
  const unit = Math.min(heightMm, 60) / 40;
  const nameMm = 9 * unit;
  const roleMm = 5 * unit;
  const codeTop = 2 + nameMm + roleMm;
  const footMm = 4 * unit;
  return {
    widthMm,
    heightMm,
    elements: [
      labelText({ xMm: 2, yMm: 1.5, widthMm: inner, heightMm: nameMm }, name, {
        sizeMm: nameMm * 0.7,
        isBold: true,
        align: 'centre',
      }),
      labelText({ xMm: 2, yMm: 1.5 + nameMm, widthMm: inner, heightMm: roleMm }, role, {
        sizeMm: roleMm * 0.7,
        align: 'centre',
      }),
      {
        kind: 'barcode',
        symbology: 'code128',
        xMm: 0,
        yMm: codeTop,
        widthMm,
        heightMm: heightMm - codeTop - footMm - 2,
        value: code,
      },
      labelText({ xMm: 2, yMm: heightMm - footMm - 1.5, widthMm: inner, heightMm: footMm }, code, {
        sizeMm: footMm * 0.7,
        align: 'centre',
      }),
    ],
  };
}
