import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitmap, isBlack } from '#domain/labels/bitmap.ts';
import { type DrawnLanguage, drawLabels, drawnLanguages } from './draw-labels.ts';

/** What comes out on paper of 16 x 4 dots at 203 dpi, as text: `#` is burnt. */
function drawn(language: DrawnLanguage, ...pieces: (string | number[])[]) {
  const bytes = Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece))),
  );
  const { labels, problems, isPartial } = drawLabels(bytes, {
    language,
    dpi: 203,
    widthMm: 2,
    heightMm: 0.5,
  });
  return { labels: labels.map(asText), problems, isPartial };
}

function asText(bitmap: Bitmap): string[] {
  return Array.from({ length: bitmap.heightDots }, (_, y) =>
    Array.from({ length: bitmap.widthDots }, (_unused, x) => (isBlack(bitmap, x, y) ? '#' : '.')).join(''),
  );
}

/** A corner, a frame's side and a lone dot: wrong polarity, bit order or stride cannot pass for it. */
const PICTURE = ['################', '#...............', '#..............#', '...............#'];
const ONE_IS_BLACK = [0xff, 0xff, 0x80, 0x00, 0x80, 0x01, 0x00, 0x01];
const ZERO_IS_BLACK = [0x00, 0x00, 0x7f, 0xff, 0x7f, 0xfe, 0xff, 0xfe];
const well = { labels: [PICTURE], problems: [], isPartial: false };

describe('a simulated printer draws as its manual says', () => {
  it('TSPL: a 0 burns', () => {
    expect(
      drawn('tspl', 'SIZE 2 mm,0.5 mm\r\nCLS\r\nBITMAP 0,0,2,4,0,', ZERO_IS_BLACK, '\r\nPRINT 1,1\r\n'),
    ).toEqual(well);
  });

  it('EPL2: a 0 is black, after a comma or a line end', () => {
    for (const end of [',', '\n', '\r\n']) {
      expect(drawn('epl', `q16\nQ4,24\nN\nGW0,0,2,4${end}`, ZERO_IS_BLACK, '\nP1\n')).toEqual(well);
    }
  });

  it('CPCL: a 1 is black, in bytes or in hexadecimal', () => {
    const head = '! 0 200 200 4 1\r\nPW 16\r\n';
    expect(drawn('cpcl', `${head}CG 2 4 0 0 `, ONE_IS_BLACK, '\r\nPRINT\r\n')).toEqual(well);
    expect(drawn('cpcl', `${head}EG 2 4 0 0 FFFF800080010001\r\nFORM\r\nPRINT\r\n`)).toEqual(well);
  });

  it('ESC/POS: a 1 is black, and bands follow each other', () => {
    const band = (...rows: number[]) => [0x1d, 0x76, 0x30, 0, 2, 0, rows.length / 2, 0, ...rows];
    const [one, two] = [ONE_IS_BLACK.slice(0, 2), ONE_IS_BLACK.slice(2)];
    expect(drawn('escpos', '\x1b@', band(...one), band(...two), '\x1d\x0c')).toEqual(well);
  });

  it('and cuts off what lies beside the paper', () => {
    const beside = drawn(
      'tspl',
      'SIZE 2 mm,0.5 mm\r\nCLS\r\nBITMAP 8,3,2,2,0,',
      [0, 0, 0, 0],
      '\r\nPRINT 1\r\n',
    );
    expect(beside.labels).toEqual([
      ['................', '................', '................', '........########'],
    ]);
  });
});

describe('a simulated printer prints nothing', () => {
  it.each([
    ['tspl', 'SIZE 2 mm,0.5 mm\r\nCLS\r\nBITMAP 0,0,2,4,0,\x00\x00'],
    ['epl', 'q16\nQ4,24\nN\nGW0,0,2,4,\x00\x00'],
    ['cpcl', '! 0 200 200 4 1\r\nPW 16\r\nCG 2 4 0 0 \x00\x00'],
    ['escpos', '\x1b@\x1dv0\x00\x02\x00\x04\x00\x00\x00'],
  ] as const)('in the middle of a picture: %s', (language, text) => {
    expect(drawn(language, text)).toMatchObject({ labels: [], problems: [], isPartial: true });
  });

  it.each([
    ['tspl', 'SELFTEST\r\n'],
    ['tspl', 'PRINT 1,1\r\n'],
    ['epl', 'FR"X"\n'],
    ['epl', 'P1\n'],
    ['cpcl', 'TEXT 4 0 0 0 X\r\n'],
    ['cpcl', '! 0 200 200 4 1\r\nTEXT 4 0 0 0 X\r\n'],
    ['escpos', 'X'],
    ['escpos', '\x1bt\x11'],
  ] as const)('for what it does not know, and says so: %s %j', (language, text) => {
    const { labels, problems } = drawn(language, text);
    expect(labels).toEqual([]);
    expect(problems).not.toEqual([]);
  });

  it.each(drawnLanguages)('and reads any bytes at all without breaking: %s', (language) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        drawLabels(bytes, { language, dpi: 203, widthMm: 2, heightMm: 0.5 });
      }),
    );
  });
});
