import { type Dpi, dotsPerMm } from '#domain/labels/label-size.ts';
import { createPaper, type Paper } from '../interpreter/paper.ts';
import type { Machine, PrinterEvent, Step } from '../interpreter/stream-interpreter.ts';
import { asLatin1, firstLine } from '../interpreter/text-line.ts';

const MM_PER_INCH = 25.4;

/** Commands that change nothing of what is drawn here. */
const SETTINGS = /^(GAP|BLINE|OFFSET|SPEED|DENSITY|SHIFT|CODEPAGE|SET|HOME|DIRECTION 0|REFERENCE 0,0)\b/i;

/**
 * Reads TSPL as the TSPL/TSPL2 Programming Manual tells it: `SIZE` in mm, inches or dots, `CLS`, `BITMAP` with counted
 * bytes in which 0 burns, `PRINT sets,copies`, and the questions `ESC ! ?` and `~!T`. Whatever else comes is a problem.
 */
export function createTsplMachine({ dpi }: { readonly dpi: Dpi }): Machine {
  let size: { readonly width: number; readonly height: number } | null = null;
  let paper: Paper | null = null;
  const problem = (text: string): PrinterEvent => ({ kind: 'problem', text });
  const clear = (): PrinterEvent | null => {
    paper = size === null ? null : createPaper(size.width, size.height);
    return paper === null ? problem('CLS without a size') : null;
  };
  const doLine = (line: string): PrinterEvent | null => {
    const command = line.trim();
    if (command === '' || SETTINGS.test(command)) return null;
    if (command === '~!T') return { kind: 'question', question: '~!T' };
    if (/^CLS$/i.test(command)) return clear();
    const sized = /^SIZE\s+([\d.]+)\s*(mm|dot)?\s*,\s*([\d.]+)\s*(mm|dot)?$/i.exec(command);
    if (sized !== null) {
      size = { width: toDots(sized[1], sized[2], dpi), height: toDots(sized[3], sized[4], dpi) };
      return null;
    }
    const print = /^PRINT\s+(\d+)(?:\s*,\s*(\d+))?$/i.exec(command);
    if (print === null) return problem(`not understood: ${command.slice(0, 40)}`);
    if (paper === null) return problem('PRINT without an image');
    const { widthDots, heightDots, rows } = paper.bitmap();
    const bitmap = { widthDots, heightDots, rows: rows.slice() };
    return { kind: 'label', bitmap, copies: Number(print[1]) * Number(print[2] ?? 1) };
  };
  return (bytes) => {
    const immediate = immediateStep(bytes);
    if (immediate !== 'none') return immediate;
    const head = /^BITMAP\s+(\d+),(\d+),(\d+),(\d+),(\d+),/i.exec(asLatin1(bytes.subarray(0, 80)));
    if (head !== null) {
      const [text, x = '', y = '', width = '', height = '', mode = ''] = head;
      const stride = Number(width);
      const used = text.length + stride * Number(height);
      if (bytes.length < used) return null;
      if (paper === null || mode !== '0') return { used, event: problem('BITMAP that cannot be drawn') };
      paper.burn(bytes.subarray(text.length, used), { x: Number(x), y: Number(y), stride, black: 0 });
      return { used, event: null };
    }
    const found = firstLine(bytes);
    return found === null ? null : { used: found.used, event: doLine(found.line) };
  };
}

/** `ESC !` commands are obeyed at once, without a line end; `ESC ! .` throws away what is held. */
function immediateStep(bytes: Uint8Array): Step | null | 'none' {
  if (bytes[0] !== 0x1b) return 'none';
  if (bytes.length < 3) return null;
  const command = asLatin1(bytes.subarray(1, 3));
  if (command === '!?') return { used: 3, event: { kind: 'question', question: 'ESC !?' } };
  if (command === '!.') return { used: 3, event: { kind: 'cancel' } };
  return { used: 3, event: { kind: 'problem', text: `not understood: ESC ${command}` } };
}

function toDots(length = '0', unit: string | undefined, dpi: Dpi): number {
  const value = Number(length);
  if (unit?.toLowerCase() === 'dot') return Math.round(value);
  const mm = unit === undefined ? value * MM_PER_INCH : value;
  return Math.round(mm * dotsPerMm(dpi));
}
