import type { Machine } from '../interpreter/stream-interpreter.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

const END = 'IEND\xae\x42\x60\x82';

/** Cuts a stream into PNG pictures at their last chunk; any picture reader can draw them. */
export const createPngMachine = (): Machine => untilMark(END);

/** Cuts a stream into PDF files at their last line; any PDF reader can draw them. */
export const createPdfMachine = (): Machine => untilMark('%%EOF\n');

function untilMark(mark: string): Machine {
  return (bytes) => {
    const at = asLatin1(bytes).indexOf(mark);
    return at < 0 ? null : { used: at + mark.length, event: { kind: 'label', bitmap: null, copies: 1 } };
  };
}
