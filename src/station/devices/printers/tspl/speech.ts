import type { PrinterTrouble } from '../../health.ts';
import type { PrinterSpeech } from '../printer-speech.ts';
import { TSPL_IDENTITY } from './identity.ts';

/** More bytes at once than questions can be open are no answer but somebody's text. */
const ANSWERS_AT_ONCE_MAX = 3;

/**
 * What keeps a label from coming out, from the one byte that answers `ESC ! ?` (TSPL/TSPL2 Programming Manual): bit 0
 * head, 1 jam, 2 paper, 3 ribbon, 4 pause, 5 printing, 6 cover, 7 temperature. Printing is no trouble.
 */
export function tsplTroubleOf(byte: number): PrinterTrouble | null {
  if ((byte & 0x41) !== 0) return 'head-open';
  if ((byte & 0x04) !== 0) return 'paper-out';
  if ((byte & 0x02) !== 0) return 'jammed';
  if ((byte & 0x08) !== 0) return 'ribbon-out';
  if ((byte & 0x80) !== 0) return 'too-hot';
  return (byte & 0x10) === 0 ? null : 'paused';
}

/**
 * TSPL: `ESC ! ?` is answered at any time, also while something is wrong, except in the middle of a picture. `ESC ! .`
 * is no cancel for us: only newer firmware knows it, it needs its time, and inside a picture it would be dots.
 */
export const TSPL: PrinterSpeech = {
  status: {
    ask: Uint8Array.of(0x1b, 0x21, 0x3f),
    createReader: () => ({
      push: (bytes) =>
        bytes.length > ANSWERS_AT_ONCE_MAX
          ? []
          : Array.from(bytes, (byte) => ({ trouble: tsplTroubleOf(byte) })),
      reset: () => undefined,
    }),
  },
  identity: TSPL_IDENTITY,
  cancel: null,
};
