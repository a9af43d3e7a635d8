import { describe, expect, it } from 'vitest';
import { readStockSheet, type StockColumn, stockColumns } from './stock-sheet.ts';

const columnOf = (title: string): StockColumn | null =>
  stockColumns.find((column) => column === title) ?? null;
const head = ['article', 'warehouseId', 'free', 'wanted', 'whatever'];

describe('a sheet of stocks', () => {
  it('asks for what stands in its last column, and for nothing where that is empty', () => {
    const table = [head, ['A-1', '7', '5', '8'], ['A-2', '7', '5', ''], ["'=1+1", '7', 'x', '0']];
    expect(readStockSheet(table, columnOf)).toEqual({
      ok: true,
      value: {
        lines: [
          { row: 2, article: 'A-1', warehouseId: '7', warehouse: '', free: 8, seen: 5 },
          { row: 4, article: '=1+1', warehouseId: '7', warehouse: '', free: 0, seen: null },
        ],
        problems: [],
      },
    });
  });

  it('names each line that cannot be meant', () => {
    const table = [
      head,
      ['', '7', '', '1'],
      ['A-1', '', '', '1'],
      ['A-1', '7', '', '-1'],
      ['A-1', '7', '', '1.5'],
      ['A-1', '7', '', '1'],
      ['A-1', '7', '', '2'],
    ];
    const read = readStockSheet(table, columnOf);
    expect(read.ok && read.value.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'no-article'],
      [3, 'no-warehouse'],
      [4, 'bad-stock'],
      [5, 'bad-stock'],
      [7, 'twice'],
    ]);
  });

  it('without the columns that matter is none', () => {
    expect(readStockSheet([['article', 'wanted']], columnOf)).toEqual({
      ok: false,
      error: 'columns-missing',
    });
    expect(readStockSheet([], columnOf)).toEqual({ ok: false, error: 'columns-missing' });
  });
});
