import { createPaper, type Paper } from '../interpreter/paper.ts';
import type { Machine, PrinterEvent, Step } from '../interpreter/stream-interpreter.ts';
import { asLatin1, firstLine } from '../interpreter/text-line.ts';

/** The head of a 4-inch printer: the paper is so wide where no `PW` is said. */
const HEAD_DOTS = 832;

type Session = { readonly height: number; readonly copies: number; width: number; paper: Paper | null };

/**
 * Reads CPCL as the CPCL Programming Manual tells it: sessions from `! offset dpi dpi height copies` to `PRINT` or
 * `ABORT`, `CG` graphics with counted bytes and `EG` in hexadecimal, 1 is black. `ESC h` is a question between
 * sessions only. Whatever else comes is a problem.
 */
export function createCpclMachine(): Machine {
  let session: Session | null = null;
  const problem = (text: string): PrinterEvent => ({ kind: 'problem', text });
  const begin = (line: string): PrinterEvent | null => {
    const command = line.trim();
    if (command === '') return null;
    const head = /^! \d+ (200|300) \1 (\d+) (\d+)$/.exec(command);
    if (head === null) return problem(`not understood: ${command.slice(0, 40)}`);
    session = { height: Number(head[2]), copies: Number(head[3]), width: HEAD_DOTS, paper: null };
    return null;
  };
  const goOn = (open: Session, line: string): PrinterEvent | null => {
    const command = line.trim();
    if (command === '' || command === 'FORM') return null;
    const width = /^(?:PW|PAGE-WIDTH) (\d+)$/.exec(command)?.[1];
    if (width !== undefined) {
      open.width = Number(width);
      return null;
    }
    if (command !== 'PRINT' && command !== 'ABORT') {
      return problem(`not understood: ${command.slice(0, 40)}`);
    }
    session = null;
    if (command === 'ABORT') return null;
    const paper = open.paper ?? createPaper(open.width, open.height);
    return paper === null
      ? problem('a label without a size')
      : { kind: 'label', bitmap: paper.bitmap(), copies: open.copies };
  };
  const draw = (open: Session, bytes: Uint8Array): Step | null | 'no-graphic' => {
    const text = asLatin1(bytes.subarray(0, 80));
    const head = /^(CG|EG|COMPRESSED-GRAPHICS|EXPANDED-GRAPHICS) (\d+) (\d+) (\d+) (\d+) /.exec(text);
    if (head === null) return 'no-graphic';
    const stride = Number(head[2]);
    const isHex = head[1]?.startsWith('E') ?? false;
    const used = head[0].length + stride * Number(head[3]) * (isHex ? 2 : 1);
    if (bytes.length < used) return null;
    const data = bytes.subarray(head[0].length, used);
    open.paper ??= createPaper(open.width, open.height);
    if (open.paper === null) return { used, event: problem('a label without a size') };
    const rows = isHex ? Buffer.from(asLatin1(data), 'hex') : data;
    open.paper.burn(rows, { x: Number(head[4]), y: Number(head[5]), stride, black: 1 });
    return { used, event: null };
  };
  return (bytes) => {
    if (session === null && bytes[0] === 0x1b) return escapeStep(bytes);
    const drawn = session === null ? 'no-graphic' : draw(session, bytes);
    if (drawn !== 'no-graphic') return drawn;
    const found = firstLine(bytes);
    if (found === null) return null;
    const event = session === null ? begin(found.line) : goOn(session, found.line);
    return { used: found.used, event };
  };
}

function escapeStep(bytes: Uint8Array): Step | null {
  if (bytes.length < 2) return null;
  const command = asLatin1(bytes.subarray(1, 2));
  return command === 'h' || command === 'v'
    ? { used: 2, event: { kind: 'question', question: `ESC ${command}` } }
    : { used: 2, event: { kind: 'problem', text: `not understood: ESC ${command}` } };
}
