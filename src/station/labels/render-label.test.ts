import { describe, expect, it } from 'vitest';
import { isBlack, toGray } from '#domain/labels/bitmap.ts';
import type { BarcodeElement, Symbology } from '#domain/labels/label.ts';
import { bitmapPng } from './bitmap-png.ts';
import { decodeBitmap } from './decode-bitmap.ts';
import { renderLabel } from './render-label.ts';

function barcode(symbology: Symbology, value: string, widthMm = 56): BarcodeElement {
  return { kind: 'barcode', symbology, value, xMm: 1, yMm: 1, widthMm, heightMm: 30 };
}

describe('a drawn label', () => {
  it.each([
    ['code128', 'PB-BOX-S', 'PB-BOX-S'],
    ['gs1-128', '00346006700000000015', '\u001d00346006700000000015'],
    ['gs1-128', '10LOT7\u001d3712', '\u001d10LOT7\u001d3712'],
    ['ean13', '460123456789', '4601234567893'],
    ['itf14', '1460123456789', '14601234567890'],
    ['datamatrix', 'PB ^ 100%', 'PB ^ 100%'],
    ['gs1-datamatrix', '0104601234567893215abc%>"\u001d91EE06', '0104601234567893215abc%>"\u001d91EE06'],
    ['qr', 'отправление 订单', 'отправление 订单'],
  ] as const)('carries %s %j at 203 and 300 dpi', async (symbology, value, text) => {
    for (const dpi of [203, 300] as const) {
      const drawn = await renderLabel(
        { widthMm: 58, heightMm: 40, elements: [barcode(symbology, value)] },
        dpi,
      );
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
      expect((await decodeBitmap(drawn.value)).map((code) => code.text)).toContain(text);
    }
  });

  it('refuses a value that the code cannot carry', async () => {
    const wrong = [
      ['ean13', '4601234567890'],
      ['ean13', '123'],
      ['itf14', '14601234567891'],
      ['code128', 'Привет'],
      ['code128', ''],
      ['code128', 'line\nbreak'],
      ['gs1-128', 'has space'],
      ['qr', ''],
    ] as const;
    for (const [symbology, value] of wrong) {
      const drawn = await renderLabel(
        { widthMm: 58, heightMm: 40, elements: [barcode(symbology, value)] },
        203,
      );
      expect(drawn).toEqual({ ok: false, error: { code: 'barcode-invalid', symbology, value } });
    }
  });

  it('refuses bars that would be thinner than a warm head can print', async () => {
    const label = { widthMm: 58, heightMm: 40, elements: [barcode('code128', '12345678-0001-1', 45)] };
    expect(await renderLabel(label, 203)).toMatchObject({ ok: false, error: { code: 'barcode-too-large' } });
  });

  it.each([
    '箱内物品 · 12345678-0001-1 · 1/1 · 6 件 · 12345678-0001-1',
    'Кружка 350 мл × 2 · 马克杯 · Mug 350 ml – Қазақша ұзын сөйлем',
    'Обычный длинный текст на русском языке, который занимает всю строку',
  ])('keeps a mixed text within its area: %s', async (text) => {
    for (const sizeMm of [3, 4, 6]) {
      const area = { xMm: 10, yMm: 5, widthMm: 40, heightMm: sizeMm * 2.6 };
      const element = {
        kind: 'text',
        ...area,
        text,
        sizeMm,
        sizeMinMm: 1.8,
        weight: 'bold',
        align: 'left',
      } as const;
      const drawn = await renderLabel({ widthMm: 75, heightMm: 30, elements: [element] }, 203);
      if (!drawn.ok) throw new Error(drawn.error.code);
      const black: number[] = [];
      for (let y = 0; y < drawn.value.heightDots; y += 1)
        for (let x = 0; x < drawn.value.widthDots; x += 1) if (isBlack(drawn.value, x, y)) black.push(x);
      expect(Math.min(...black)).toBeGreaterThanOrEqual(10 * 8 - 2);
      // A hair of a letter's own overhang is fine.
      expect(Math.max(...black)).toBeLessThanOrEqual(50 * 8 + 4);
    }
  });

  it('puts lines, boxes, pictures and text of every script where the model says', async () => {
    const dot = await renderLabel(
      {
        widthMm: 5,
        heightMm: 5,
        elements: [{ kind: 'line', direction: 'right', xMm: 0, yMm: 0, lengthMm: 5, thicknessMm: 5 }],
      },
      203,
    );
    if (!dot.ok) throw new Error('not drawn');
    const drawn = await renderLabel(
      {
        widthMm: 40,
        heightMm: 30,
        elements: [
          { kind: 'box', xMm: 1, yMm: 1, widthMm: 38, heightMm: 28, thicknessMm: 0.5 },
          { kind: 'line', direction: 'down', xMm: 20, yMm: 1, lengthMm: 10, thicknessMm: 0.25 },
          { kind: 'image', xMm: 30, yMm: 20, widthMm: 5, heightMm: 5, png: bitmapPng(dot.value, 203) },
          {
            kind: 'text',
            xMm: 2,
            yMm: 20,
            widthMm: 25,
            heightMm: 6,
            text: '不锈钢 Чашка',
            sizeMm: 4,
            weight: 'bold',
            align: 'left',
          },
        ],
      },
      203,
    );
    if (!drawn.ok) throw new Error('not drawn');
    const at = (xMm: number, yMm: number): boolean => isBlack(drawn.value, xMm * 8, yMm * 8);
    expect([at(1, 1), at(38.75, 28.75), at(20, 5), at(32, 22), at(10, 15)]).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    const gray = toGray(drawn.value);
    const inked = gray.filter((value, index) => value === 0 && index % 320 > 16 && index % 320 < 216).length;
    expect(inked).toBeGreaterThan(1500);
  });
});
