import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toPrintableLines } from '#domain/labels/printable-text.ts';
import { documentTexts } from './document-texts.ts';
import { manifestCsv } from './manifest-csv.ts';
import type { ManifestRow } from './manifest-row.ts';
import { heading, manifestRow } from './testing/manifest-rows.ts';

function readBack(rows: readonly ManifestRow[]): string[][] {
  const csv = Buffer.from(manifestCsv(rows, heading, documentTexts('en')));
  return z.array(z.array(z.string())).parse(parse(csv, { bom: true }));
}

describe('the manifest as CSV', () => {
  it('is UTF-8 with a byte order mark, a header line and one line per package', () => {
    const csv = manifestCsv([manifestRow()], heading, documentTexts('ru'));
    expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(csv).split('\r\n');
    expect(lines[0]).toBe(
      '"Отправление","Коробка","Состояние","Тип коробки","Вес, г","Шт.","Состав","Упаковщик","Упаковано","Срок отгрузки","Способ доставки","Штрихкоды этикетки","Магазин"',
    );
    expect(lines[1]).toBe(
      '"12345678-0001-1",1,"closed","S",1250,3,"2 × Кружка «Север» 350 мл (CUP-1); 1 × 不锈钢保温杯 (160249684)","P1","2026-11-23 14:05","2026-11-23 20:00","Доставка Ozon самостоятельно, Москва","%101%806044518 23024930500000","Север"',
    );
    expect(lines).toHaveLength(3);
  });

  it.each([
    ['=HYPERLINK("http://evil","click")', `'=HYPERLINK("http://evil","click")`],
    ['+7 900 000-00-00', "'+7 900 000-00-00"],
    ['-1+cmd|calc', "'-1+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r=1', "'=1"],
    ['\u202e=1', "'=1"],
    ['\u200f\u200e+1', "'+1"],
    ['＝1', "'＝1"],
    ['say "hi", then\r\nleave', 'say "hi", then\nleave'],
    ['abc\u202egnp.exe', 'abcgnp.exe'],
    ['nul\u0000l\u0007', 'null'],
  ])('makes %j harmless', (name, written) => {
    expect(readBack([manifestRow({ deliveryMethod: name })])[1]?.[10]).toBe(written);
  });

  it('keeps every cell in its place, whatever the names are, and none begins a formula', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            '\t',
            '\r',
            '\n',
            '"',
            ',',
            ';',
            "'",
            '\u202e',
            '\u200f',
            '＝',
            ' ',
            'a',
          ),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (packer, deliveryMethod, name) => {
        const line = { sku: '1', offerId: 'A', name, quantity: 1 };
        const rows = [manifestRow({ packer, deliveryMethod, lines: [line] }), manifestRow()];
        const [, first, second, ...rest] = readBack(rows);
        expect(rest).toEqual([]);
        expect(second?.[0]).toBe('12345678-0001-1');
        expect(first).toHaveLength(13);
        for (const cell of first ?? []) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠\t\r-]/u);
        const clean = toPrintableLines(packer);
        expect(first?.[7]).toBe(/^[=+@＝＋－＠-]/u.test(clean) ? `'${clean}` : clean);
      }),
    );
  });
});
