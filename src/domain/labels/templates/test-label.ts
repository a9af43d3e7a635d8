import type { Label, LabelElement } from '../label.ts';
import type { LabelTarget } from '../printer-language.ts';
import { labelText } from './label-text.ts';

/** The words of a test label in the bench's language. */
export type TestLabelWords = { readonly title: string; readonly ruler: string; readonly wedge: string };

export type TestLabelContent = {
  /** Which printer it is, as people call it. */
  readonly printer: string;
  /** The time of printing, already written in the bench's time zone. */
  readonly printedAt: string;
  readonly words: TestLabelWords;
};

/** What the barcode of a test label says; a bench knows it for no label of a package. */
export const testCode = 'PB-TEST';

const MARGIN_MM = 2;

/**
 * A label that shows whether a printer is set up: a ruler along two edges (lengths and offset), a wedge of bars and checks
 * from one dot to four (darkness and worn elements), a Code 128, letters of every alphabet that is printed, and what the
 * printer is believed to be. For any paper of at least 40 x 30 mm.
 */
export function testLabel({ printer, printedAt, words }: TestLabelContent, target: LabelTarget): Label {
  const { widthMm, heightMm, dpi, language } = target;
  const inner = widthMm - 2 * MARGIN_MM - 6;
  const left = MARGIN_MM + 6;
  const row = Math.min(4, (heightMm - 22) / 6);
  const line = (n: number, text: string, isBold = false): LabelElement =>
    labelText({ xMm: left, yMm: 6 + n * row, widthMm: inner, heightMm: row }, text, {
      sizeMm: row * 0.8,
      isBold,
    });
  const wedgeTop = 6 + 4 * row;
  const wedgeMm = Math.min(8, heightMm * 0.14);
  const codeTop = wedgeTop + wedgeMm + 1;
  return {
    widthMm,
    heightMm,
    elements: [
      ...ruler(widthMm, 'right'),
      ...ruler(heightMm, 'down'),
      line(0, `${words.title} · ${printer}`, true),
      line(1, `${language.toUpperCase()} · ${dpi} dpi · ${widthMm} × ${heightMm} mm · ${printedAt}`),
      line(2, 'ЁёЖжЩщ ӘәҒғҚқҢңӨөҰұҮүҺһІі 测试标签 Ääß €₽'),
      line(3, `${words.ruler} · ${words.wedge}`),
      ...wedge(left, wedgeTop, inner, wedgeMm),
      {
        kind: 'barcode',
        symbology: 'code128',
        xMm: left,
        yMm: codeTop,
        widthMm: inner,
        heightMm: Math.max(6, Math.min(20, heightMm - codeTop - MARGIN_MM)),
        value: testCode,
      },
    ],
  };
}

/** A mark for each millimetre from the edge on, longer for five and ten. */
function ruler(lengthMm: number, direction: 'right' | 'down'): LabelElement[] {
  return Array.from({ length: Math.floor(lengthMm) + 1 }, (_, mm): LabelElement => {
    const tickMm = mm % 10 === 0 ? 4 : mm % 5 === 0 ? 3 : 1.5;
    const at = direction === 'right' ? { xMm: mm, yMm: 0 } : { xMm: 0, yMm: mm };
    return {
      kind: 'line',
      direction: direction === 'right' ? 'down' : 'right',
      ...at,
      lengthMm: tickMm,
      thicknessMm: 0.125,
    };
  });
}

/** Bars and checks of one to four dots, and solid black: what fills in is too dark, what breaks up too light or worn. */
function wedge(xMm: number, yMm: number, widthMm: number, heightMm: number): LabelElement[] {
  const fields = [
    ...([1, 2, 3, 4] as const).map((dots) => ({ pattern: 'bars' as const, dots })),
    ...([1, 2, 3, 4] as const).map((dots) => ({ pattern: 'checks' as const, dots })),
    { pattern: 'solid' as const, dots: 1 },
  ];
  const each = widthMm / fields.length;
  return fields.map(({ pattern, dots }, n) => ({
    kind: 'pattern',
    pattern,
    dots,
    xMm: xMm + n * each,
    yMm,
    widthMm: each - 0.5,
    heightMm,
  }));
}
