import { checkDigit } from '../../scanning/check-digit.ts';
import type { Label } from '../label.ts';
import type { LabelMedium } from '../label-size.ts';
import { labelText } from './label-text.ts';

export type SsccWords = {
  readonly from: string;
  readonly to: string;
  readonly posting: string;
  readonly weight: string;
};

export type SsccContent = {
  /** Eighteen digits with their check digit. */
  readonly sscc: string;
  readonly posting: string;
  /** `1/2` and the like. */
  readonly packageOf: string;
  readonly from: string;
  readonly to: string;
  /** As it is written for people; null where it was not weighed. */
  readonly weight: string | null;
  readonly words: SsccWords;
};

/**
 * A serial shipping container code: extension digit, GS1 company prefix, serial number and check digit, eighteen digits
 * (GS1 General Specifications 2.2.1). Null where prefix and serial do not fit into sixteen digits.
 */
export function makeSscc(extension: number, companyPrefix: string, serial: number): string | null {
  const room = 16 - companyPrefix.length;
  const digits = String(serial).padStart(room, '0');
  const isRight =
    /^\d{4,12}$/.test(companyPrefix) && Number.isInteger(extension) && extension >= 0 && extension <= 9;
  if (!isRight || !Number.isSafeInteger(serial) || serial < 0 || digits.length > room) return null;
  const body = `${extension}${companyPrefix}${digits}`;
  return `${body}${checkDigit(body)}`;
}

/**
 * The label of a logistic unit: who sends what to whom in words, and the SSCC as GS1-128 with its digits beneath (GS1
 * Logistic Label Guideline). On paper narrower than the bars of a GS1-128 it cannot be drawn.
 */
export function ssccLabel(content: SsccContent, { widthMm, heightMm }: LabelMedium): Label {
  const { sscc, posting, packageOf, from, to, weight, words } = content;
  const inner = widthMm - 4;
  const unit = Math.min(heightMm, 100) / 40;
  const row = 3.6 * unit;
  const rows = [
    `${words.from}: ${from}`,
    `${words.to}: ${to}`,
    `${words.posting}: ${posting} · ${packageOf}${weight === null ? '' : ` · ${words.weight}: ${weight}`}`,
  ];
  const codeTop = 2 + rows.length * row;
  const footMm = 4 * unit;
  return {
    widthMm,
    heightMm,
    elements: [
      ...rows.map((text, n) =>
        labelText({ xMm: 2, yMm: 1.5 + n * row, widthMm: inner, heightMm: row }, text, {
          sizeMm: row * 0.7,
          isBold: n === 2,
        }),
      ),
      {
        kind: 'barcode',
        symbology: 'gs1-128',
        xMm: 0,
        yMm: codeTop,
        widthMm,
        heightMm: heightMm - codeTop - footMm - 2,
        value: `00${sscc}`,
      },
      labelText({ xMm: 2, yMm: heightMm - footMm - 1.5, widthMm: inner, heightMm: footMm }, `(00) ${sscc}`, {
        sizeMm: footMm * 0.7,
        isBold: true,
        align: 'centre',
      }),
    ],
  };
}
