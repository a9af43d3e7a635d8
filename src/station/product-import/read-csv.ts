import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#domain/result.ts';
import { columnsMost, rowsMost, type Table, type TableProblem } from './sheet-limits.ts';

const separators = [';', ',', '\t'] as const;

/**
 * A CSV file as text: UTF-8 or UTF-16 with its mark, UTF-8 without one, else Windows-1251, as Russian spreadsheets write it.
 * The separator is the one of semicolon, comma and tabulator that the first line has most of.
 */
export function readCsv(bytes: Uint8Array): Result<Table, TableProblem> {
  const text = decode(bytes);
  if (text.includes('\0')) return err({ code: 'unreadable', detail: 'not text' });
  try {
    const rows = parse(text, {
      ...{ delimiter: separatorOf(text), relax_column_count: true, relax_quotes: true, bom: true },
      ...{ skip_empty_lines: false, to: rowsMost + 21, max_record_size: 200_000 },
    });
    if (rows.length > rowsMost + 20) return err({ code: 'too-many-rows', detail: String(rows.length) });
    return ok(rows.map((row) => row.slice(0, columnsMost).map(withoutGuard)));
  } catch (cause) {
    return err({ code: 'unreadable', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older spreadsheet's own code page.
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function separatorOf(text: string): string {
  const line = /^[^\n]*/.exec(text.replace(/"[^"]*"/g, ''))?.[0] ?? '';
  const counts = separators.map((separator) => line.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ';';
}

/** Takes off the apostrophe that keeps a text from being taken for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
