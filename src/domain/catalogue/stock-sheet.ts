import { err, ok, type Result } from '../result.ts';

export const stockColumns = ['article', 'name', 'warehouseId', 'warehouse', 'free', 'wanted'] as const;
export type StockColumn = (typeof stockColumns)[number];

/** A stock that a sheet asks for; `seen` is what the sheet says lay there when it was written, null where it says nothing. */
export type StockLine = {
  /** As spreadsheets count, the first line being 1. */
  readonly row: number;
  readonly article: string;
  readonly warehouseId: string;
  readonly warehouse: string;
  readonly free: number;
  readonly seen: number | null;
};

export const stockProblemCodes = [
  'no-article',
  'no-warehouse',
  'bad-stock',
  'twice',
  'unknown-article',
  'unknown-warehouse',
] as const;
/** What is wrong with a line, and the cell that is. */
export type StockProblem = {
  readonly row: number;
  readonly code: (typeof stockProblemCodes)[number];
  readonly words: string;
};

const Whole = /^\d{1,6}$/;

/**
 * The stocks that a table asks for. `columnOf` says which column a title names, null for others. Lines without a wanted stock
 * ask for nothing. Fails where a column that is needed is not there.
 */
export function readStockSheet(
  table: readonly (readonly string[])[],
  columnOf: (title: string) => StockColumn | null,
): Result<
  { readonly lines: readonly StockLine[]; readonly problems: readonly StockProblem[] },
  'columns-missing'
> {
  const places = new Map<StockColumn, number>();
  for (const [index, title] of (table[0] ?? []).entries()) {
    const column = columnOf(title);
    if (column !== null && !places.has(column)) places.set(column, index);
  }
  const hasWarehouse = places.has('warehouseId') || places.has('warehouse');
  if (!places.has('article') || !places.has('wanted') || !hasWarehouse) return err('columns-missing');
  const lines: StockLine[] = [];
  const problems: StockProblem[] = [];
  const seenPairs = new Set<string>();
  for (const [index, cells] of table.entries()) {
    const cell = (column: StockColumn) => plain(cells[places.get(column) ?? -1] ?? '');
    const wanted = cell('wanted');
    if (index === 0 || wanted === '') continue;
    const row = index + 1;
    const line = {
      row,
      article: cell('article'),
      warehouseId: cell('warehouseId'),
      warehouse: cell('warehouse'),
    };
    const pair = `${line.article}\n${line.warehouseId === '' ? line.warehouse : line.warehouseId}`;
    const problem = (code: StockProblem['code'], words: string) => problems.push({ row, code, words });
    if (line.article === '') problem('no-article', '');
    else if (line.warehouseId === '' && line.warehouse === '') problem('no-warehouse', line.article);
    else if (!Whole.test(wanted)) problem('bad-stock', wanted.slice(0, 50));
    else if (seenPairs.has(pair)) problem('twice', line.article);
    else {
      seenPairs.add(pair);
      const free = cell('free');
      lines.push({ ...line, free: Number(wanted), seen: Whole.test(free) ? Number(free) : null });
    }
  }
  return ok({ lines, problems });
}

/** A cell without blanks and without the apostrophe that keeps a text from being a formula. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '');
}
