import { type CardRules, type CheckedRow, checkRow } from './check-row.ts';
import type { ImportFinding } from './import-finding.ts';
import type { SheetColumn, SheetRow } from './sheet-column.ts';

/**
 * Holds lines, one after the other, against the rules and against those before. Of lines with the same article or barcode the
 * first one stands, the later ones are named with its number. Articles in `taken` are cards at the shop already.
 */
export function sheetCheck(rules: CardRules, taken: ReadonlySet<string>): (line: SheetRow) => CheckedRow {
  const articles = new Map<string, number>();
  const barcodes = new Map<string, number>();
  return (line) => {
    const checked = checkRow(line, rules);
    const { row } = line;
    // What is no article or no barcode is the same as nothing.
    const good = (column: SheetColumn) =>
      checked.findings.some((finding) => finding.column === column)
        ? ''
        : (line.cells.get(column)?.trim() ?? '');
    const article = good('article');
    const more: ImportFinding[] = [
      ...sameAs(articles, article, { row, column: 'article', code: 'same-article' }),
      ...sameAs(barcodes, good('barcode'), { row, column: 'barcode', code: 'same-barcode' }),
    ];
    if (taken.has(article)) more.push({ row, column: 'article', code: 'article-exists', facts: { article } });
    return more.length === 0 ? checked : { row, card: null, findings: [...checked.findings, ...more] };
  };
}

function sameAs(
  seen: Map<string, number>,
  text: string,
  at: { readonly row: number; readonly column: SheetColumn; readonly code: 'same-article' | 'same-barcode' },
): readonly ImportFinding[] {
  if (text === '') return [];
  const first = seen.get(text);
  if (first !== undefined) return [{ ...at, facts: { value: text, first } }];
  seen.set(text, at.row);
  return [];
}
