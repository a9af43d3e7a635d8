import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import { makeTemplate } from './make-template.ts';
import { rowsOfTable } from './rows-of-table.ts';
import { readTable, writeSheets } from './sheet-job.ts';

const attribute = (id: string, name: string, more: Partial<ProductAttribute> = {}): ProductAttribute => ({
  ...{ id, name, about: '', kind: 'text', isRequired: false, valuesMax: 1, hasList: false },
  ...more,
});
const attributes = [
  attribute('85', 'Бренд', { isRequired: true, hasList: true }),
  attribute('10', 'Цвет', { hasList: true, valuesMax: 3 }),
  attribute('20', 'Мощность, Вт', { kind: 'decimal', about: 'См. <b>паспорт</b>' }),
];
const allowed = new Map([
  ['85', { values: [{ id: '1', text: 'Нет бренда' }], isAll: false }],
  [
    '10',
    {
      values: [
        { id: '2', text: 'красный' },
        { id: '3', text: '=синий' },
      ],
      isAll: true,
    },
  ],
]);
const titlesOf = (language: 'en' | 'ru' | 'zh-CN') =>
  makeTemplate(attributes, allowed, language)[0]?.rows[0] ?? [];
const filled = (titles: readonly string[], cells: Readonly<Record<number, string>>) =>
  titles.map((_, at) => cells[at] ?? '');

describe('a template', () => {
  it.each(['en', 'ru', 'zh-CN'] as const)(
    'in %s is read back with every column, as XLSX and as CSV',
    async (language) => {
      const [products, values, howTo] = makeTemplate(attributes, allowed, language);
      if (products === undefined || values === undefined || howTo === undefined)
        throw new Error('three sheets');
      expect(howTo.rows).toHaveLength(
        products.rows[0]?.length === undefined ? 0 : products.rows[0].length + 1,
      );
      expect(values.rows.flat()).toContain('=синий');
      const lines = {
        name: products.name,
        rows: [...products.rows, filled(titlesOf(language), { 0: '=1+1', 12: '0460000000001' })],
      };
      for (const format of ['xlsx', 'csv'] as const) {
        const table = await readTable(await writeSheets(format, [lines, values, howTo]));
        if (!table.ok) throw new Error(table.error.detail);
        expect(rowsOfTable(table.value, attributes)).toMatchObject({
          value: { ignored: [], columns: { length: 17 }, rows: [{ row: 2 }] },
        });
        const row = table.value[1];
        expect(row?.[0]).toBe('=1+1');
        expect(row?.[12]).toBe('0460000000001');
      }
    },
  );
});

const read = async (text: string | Uint8Array) =>
  readTable(typeof text === 'string' ? new TextEncoder().encode(text) : text);
const header = (...more: string[]) => [
  ...titlesOf('ru').map((title) => title.replace(/ \[\d+\]$/, '')),
  ...more,
];

describe('a file from outside', () => {
  it.each([';', ',', '\t'])(
    'is read with %j between its cells, by the names of its columns',
    async (separator) => {
      const cell = (text: string) => `"${text}"`;
      const line = header('Заметка').map((title) => (title === 'Цена*' ? '10,50' : 'x'));
      const table = await read(
        [header('Заметка'), line].map((row) => row.map(cell).join(separator)).join('\r\n'),
      );
      const sheet = table.ok ? rowsOfTable(table.value, attributes) : null;
      expect(sheet).toMatchObject({ value: { ignored: ['Заметка'] } });
      expect(sheet?.ok ? sheet.value.rows[0]?.cells.get('price') : null).toBe('10,50');
    },
  );

  it('is read in the code page of an older spreadsheet', async () => {
    const text = `${header().join(';')}\nА-1`;
    const cp1251 = Uint8Array.from([...text], (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    const table = await read(cp1251);
    expect(table.ok ? rowsOfTable(table.value, attributes) : null).toMatchObject({
      value: { rows: [{ row: 2 }] },
    });
  });

  it('says which columns it lacks, and which one is there twice', async () => {
    const of = async (titles: readonly string[]) => {
      const table = await read(`Таблица;\n${titles.join(';')}\nA`);
      return table.ok ? rowsOfTable(table.value, attributes) : table;
    };
    expect(await of(['Артикул', 'Цена'])).toMatchObject({ error: { code: 'columns-missing' } });
    expect(await of(header('Price'))).toMatchObject({
      error: { code: 'column-twice', facts: { title: 'Price' } },
    });
    expect(await of(['A', 'B'])).toMatchObject({ error: { code: 'no-header' } });
  });

  it('keeps the numbers of its lines where some are empty', async () => {
    const table = await read(`${header().join(';')}\n\nA-1;Кружка\n;;;\nA-2`);
    const sheet = table.ok ? rowsOfTable(table.value, attributes) : null;
    expect(sheet?.ok ? sheet.value.rows.map(({ row }) => row) : null).toEqual([3, 5]);
  });

  const book = (sheet: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    });

  it('gives the last result of a formula, and a barcode’s digits', async () => {
    const table = await read(
      book(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>4.600000000015E12</v></c><c r="C1"><v>0.30000000000000004</v></c></row>',
      ),
    );
    expect(table).toEqual({ ok: true, value: [['2', '4600000000015', '0.3']] });
  });

  it('shows the error of a formula', async () => {
    const table = await read(book('<row r="1"><c r="A1" t="e"><f>A2</f><v>#REF!</v></c></row>'));
    expect(table).toEqual({ ok: true, value: [['#REF!']] });
  });

  it.each([
    [
      'a cell in the last corner of a sheet',
      () => book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'too-many-rows',
    ],
    [
      'a part that unpacks to gigabytes',
      () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70_000_000) }),
      'too-large',
    ],
    ['an archive without a sheet', () => zipSync({ 'a.txt': strToU8('x') }), 'unreadable'],
    ['an archive that is cut', () => book('<row r="1"/>').slice(0, 200), 'unreadable'],
    ['an older workbook', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), 'unreadable'],
  ])('is refused where it is %s', async (_, bytes, code) => {
    expect(await read(bytes())).toMatchObject({ ok: false, error: { code } });
  });
});
