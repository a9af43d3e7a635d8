import type { Label, LabelElement } from './label.ts';

/** The words of an interim label in the bench's language. */
export type InterimLabelWords = {
  /** Large: what this is, for example "INTERIM LABEL". */
  readonly title: string;
  /** One sentence: what must happen before the package is handed over. */
  readonly notice: string;
  readonly bench: string;
  readonly packer: string;
};

/** What an interim label says. All texts may be anything; they are drawn, never sent as commands. */
export type InterimLabelContent = {
  readonly number: string;
  readonly bench: string;
  readonly packer: string;
  /** The time of printing, already written in the bench's time zone and language. */
  readonly printedAt: string;
  /** `1/2` and the like where the posting has several packages. */
  readonly packageOf: string | null;
  readonly words: InterimLabelWords;
};

/** What carries the number: Code 128 where its bars fit the width, otherwise a QR code. */
export type InterimSymbology = 'code128' | 'qr';

/**
 * The label that stands in until the shop's own can be had: the posting's number as a barcode and as text, what it is,
 * the bench and the time. Laid out for any medium of at least 40 x 30 mm; margins of 2 mm stay white because heads
 * rarely reach the edge.
 */
export function interimLabel(
  content: InterimLabelContent,
  medium: { readonly widthMm: number; readonly heightMm: number },
  symbology: InterimSymbology,
): Label {
  const { widthMm, heightMm } = medium;
  const { words } = content;
  const left = 2;
  const inner = widthMm - 2 * left;
  const unit = Math.min(heightMm, 80) / 40;
  const titleMm = 6 * unit;
  const numberMm = 5 * unit;
  const footMm = 4 * unit;
  const noticeMm = 4 * unit;
  const codeTop = 2 + titleMm;
  const codeMm = heightMm - codeTop - numberMm - noticeMm - footMm - 2.5;
  const text = (
    yMm: number,
    boxMm: number,
    sizeMm: number,
    weight: 'regular' | 'bold',
    value: string,
  ): LabelElement => ({
    kind: 'text',
    xMm: left,
    yMm,
    widthMm: inner,
    heightMm: boxMm,
    text: value,
    sizeMm,
    sizeMinMm: 1.8,
    weight,
    align: 'centre',
  });
  const title = content.packageOf === null ? words.title : `${words.title} ${content.packageOf}`;
  const foot = `${words.bench} ${content.bench} · ${words.packer} ${content.packer} · ${content.printedAt}`;
  return {
    widthMm,
    heightMm,
    elements: [
      text(1.5, titleMm, titleMm * 0.7, 'bold', title),
      {
        kind: 'barcode',
        symbology,
        xMm: 0,
        yMm: codeTop,
        widthMm,
        heightMm: codeMm,
        value: content.number,
      },
      text(codeTop + codeMm, numberMm, numberMm * 0.75, 'bold', content.number),
      text(codeTop + codeMm + numberMm, noticeMm, noticeMm * 0.6, 'regular', words.notice),
      {
        kind: 'line',
        direction: 'right',
        xMm: left,
        yMm: heightMm - footMm - 1.5,
        lengthMm: inner,
        thicknessMm: 0.25,
      },
      text(heightMm - footMm - 1, footMm - 0.5, footMm * 0.55, 'regular', foot),
    ],
  };
}
