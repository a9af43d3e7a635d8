import { createPaper, type Paper } from '../interpreter/paper.ts';
import type { Machine, PrinterEvent } from '../interpreter/stream-interpreter.ts';
import { asLatin1, firstLine } from '../interpreter/text-line.ts';

/** Commands that change nothing of what is drawn here: density, speed, direction from the top, options. */
const SETTINGS = /^(D\d+|S\d+|ZT|O.*)$/;

/**
 * Reads EPL2 as the EPL Programming Guide tells it: `q` and `Q` size the image and empty it, `N` empties it, `GW` puts
 * counted bytes on it in which 0 is black, `P` prints. Lines end with LF. Whatever else comes is a problem.
 */
export function createEplMachine(): Machine {
  let width = 0;
  let height = 0;
  let paper: Paper | null = null;
  const problem = (text: string): PrinterEvent => ({ kind: 'problem', text });
  const doLine = (line: string): PrinterEvent | null => {
    const command = line.trim();
    if (command === '' || SETTINGS.test(command)) return null;
    const sized = /^([qQ])(\d+)(?:,B?\d+)*$/.exec(command);
    if (sized !== null || command === 'N') {
      if (sized?.[1] === 'q') width = Number(sized[2]);
      if (sized?.[1] === 'Q') height = Number(sized[2]);
      paper = createPaper(width, height);
      return command === 'N' && paper === null ? problem('an image without a size') : null;
    }
    const print = /^P(\d*)(?:,(\d+))?$/.exec(command);
    if (print === null) return problem(`not understood: ${command.slice(0, 40)}`);
    if (paper === null) return problem('P without an image');
    const { widthDots, heightDots, rows } = paper.bitmap();
    const bitmap = { widthDots, heightDots, rows: rows.slice() };
    return { kind: 'label', bitmap, copies: Number(print[1] || 1) * Number(print[2] ?? 1) };
  };
  return (bytes) => {
    const head = /^GW(\d+),(\d+),(\d+),(\d+)(?:,|\r*\n)/.exec(asLatin1(bytes.subarray(0, 80)));
    if (head === null) {
      const found = firstLine(bytes);
      return found === null ? null : { used: found.used, event: doLine(found.line) };
    }
    const [text, x, y, bytesWide, rowsHigh] = head;
    const stride = Number(bytesWide);
    const used = text.length + stride * Number(rowsHigh);
    if (bytes.length < used) return null;
    if (paper === null) return { used, event: problem('GW without an image') };
    paper.burn(bytes.subarray(text.length, used), { x: Number(x), y: Number(y), stride, black: 0 });
    return { used, event: null };
  };
}
