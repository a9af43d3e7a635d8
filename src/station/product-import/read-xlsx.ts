import { strFromU8, strToU8, unzip, type Zippable, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { err, ok, type Result } from '#domain/result.ts';
import {
  columnsMost,
  partsMost,
  rowsMost,
  type Table,
  type TableProblem,
  unpackedMostBytes,
} from './sheet-limits.ts';

/**
 * The first sheet of a workbook as text: values only, formulas as what they came to last, their errors as such ("#REF!").
 * Bounded before anything is laid out: what the parts unpack to, and where the last cell is said to stand.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Table, TableProblem>> {
  const parts = await xmlParts(bytes);
  if (!parts.ok) return parts;
  const safe: Zippable = {};
  for (const [name, part] of Object.entries(parts.value)) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(name);
    const xml = isSheet ? strFromU8(part) : '';
    if (isTooFar(xml)) return err({ code: 'too-many-rows', detail: 'a cell far outside' });
    // The library leaves errors out, as if the cell were empty.
    safe[name] = isSheet ? strToU8(xml.replace(/(<(?:\w+:)?c\s[^>]*?\bt=)"e"/g, '$1"str"')) : part;
  }
  try {
    // Packed anew without compression: nothing but what was looked at is unpacked again.
    const book = new Uint8Array(zipSync(safe, { level: 0 })).buffer;
    const rows = await readSheet(book, 1, { parseNumber: numberText, trim: false });
    if (rows.length > rowsMost + 20) return err({ code: 'too-many-rows', detail: String(rows.length) });
    return ok(rows.map((row) => row.slice(0, columnsMost).map(cellText)));
  } catch (cause) {
    return err({ code: 'unreadable', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** The XML parts; refuses a workbook that unpacks to too much. fflate never writes beyond a part's declared size. */
function xmlParts(bytes: Uint8Array): Promise<Result<Parts, TableProblem>> {
  return new Promise((resolve) => {
    let parts = 0;
    let unpacked = 0;
    const isWithin = () => parts <= partsMost && unpacked <= unpackedMostBytes;
    const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
      if (!/\.xml(\.rels)?$/.test(name)) return false;
      parts += 1;
      unpacked += originalSize;
      return isWithin();
    };
    try {
      unzip(bytes, { filter }, (cause, files) => {
        if (!isWithin()) resolve(err({ code: 'too-large', detail: `${parts} parts, ${unpacked} bytes` }));
        else if (cause !== null) resolve(err({ code: 'unreadable', detail: cause.message }));
        else resolve(ok(files));
      });
    } catch (cause) {
      resolve(err({ code: 'unreadable', detail: cause instanceof Error ? cause.message : String(cause) }));
    }
  });
}

/** True where a line or a cell is said to stand beyond what is read: it would have to be filled up with empty ones. */
function isTooFar(xml: string): boolean {
  const places = xml.matchAll(/<(?:\w+:)?(?:row|c)\s[^>]*?\br="([A-Z]{0,7})(\d{1,10})"/g);
  for (const [, letters = '', digits = ''] of places)
    if (letters.length > 2 || Number(digits) > rowsMost + 20) return true;
  return false;
}

/** A number's digits as a spreadsheet shows them: "4600000000015", not "4.600000000015E12", and 15 digits at most. */
function numberText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  const shown = Number(value.toPrecision(15));
  return Number.isSafeInteger(shown) ? shown.toFixed(0) : String(shown);
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return String(cell);
}
