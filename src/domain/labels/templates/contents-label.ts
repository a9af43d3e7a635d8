import type { Label, LabelElement } from '../label.ts';
import type { LabelMedium } from '../label-size.ts';
import { labelText } from './label-text.ts';

export type ContentsWords = { readonly title: string; readonly more: string; readonly units: string };

export type ContentsContent = {
  readonly posting: string;
  readonly packageOf: string;
  readonly lines: readonly { readonly name: string; readonly article: string; readonly quantity: number }[];
  readonly words: ContentsWords;
};

/**
 * What lies in a package, on its outside: posting and package as a code and in words, a line for each product, as many as
 * fit; how many more there are is said. For any paper of at least 40 x 30 mm.
 */
export function contentsLabel(content: ContentsContent, { widthMm, heightMm }: LabelMedium): Label {
  const { posting, packageOf, lines, words } = content;
  const inner = widthMm - 4;
  const unit = Math.min(heightMm, 80) / 40;
  const headMm = 4.5 * unit;
  const codeMm = 9 * unit;
  const row = Math.max(3, 3.2 * unit);
  const room = Math.floor((heightMm - headMm - codeMm - 4) / row);
  const isCut = lines.length > room;
  const shown = lines.slice(0, isCut ? room - 1 : room);
  const rowAt = (n: number) => ({
    xMm: 2,
    yMm: 2 + headMm + codeMm + n * row,
    widthMm: inner,
    heightMm: row,
  });
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const rest: LabelElement[] = isCut
    ? [
        labelText(rowAt(shown.length), `+ ${lines.length - shown.length} ${words.more}`, {
          sizeMm: row * 0.7,
          isBold: true,
        }),
      ]
    : [];
  return {
    widthMm,
    heightMm,
    elements: [
      labelText(
        { xMm: 2, yMm: 1.5, widthMm: inner, heightMm: headMm },
        `${words.title} · ${posting} · ${packageOf} · ${total} ${words.units}`,
        {
          sizeMm: headMm * 0.65,
          isBold: true,
        },
      ),
      {
        kind: 'barcode',
        symbology: 'code128',
        xMm: 0,
        yMm: 1.5 + headMm,
        widthMm,
        heightMm: codeMm,
        value: posting,
      },
      ...shown.map(({ name, article, quantity }, n) =>
        labelText(rowAt(n), `${quantity} × ${name} (${article})`, { sizeMm: row * 0.7 }),
      ),
      ...rest,
    ],
  };
}
