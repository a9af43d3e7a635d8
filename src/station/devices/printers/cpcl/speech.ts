import type { PrinterTrouble } from '../../health.ts';
import type { PrinterSpeech } from '../printer-speech.ts';
import { CPCL_IDENTITY } from './identity.ts';

/** Bits that are 0 in every answer. */
const FIXED_BITS = 0xe0;

/** More bytes at once than questions can be open are no answer but somebody's text. */
const ANSWERS_AT_ONCE_MAX = 3;

/**
 * What keeps a label from coming out, from the one byte that answers `ESC h` (CPCL Programming Manual, "Get Printer
 * Status"): bit 0 busy, 1 paper, 2 latch, 3 battery low, 4 switched on since. The last two still print.
 */
export function cpclTroubleOf(byte: number): PrinterTrouble | null {
  if ((byte & 0x04) !== 0) return 'head-open';
  return (byte & 0x02) === 0 ? null : 'paper-out';
}

/** CPCL: `ESC h` is answered between labels, and after one only when it is finished. */
export const CPCL: PrinterSpeech = {
  status: {
    ask: Uint8Array.of(0x1b, 0x68),
    createReader: () => ({
      push: (bytes) =>
        bytes.length > ANSWERS_AT_ONCE_MAX || bytes.some((byte) => (byte & FIXED_BITS) !== 0)
          ? []
          : Array.from(bytes, (byte) => ({ trouble: cpclTroubleOf(byte) })),
      reset: () => undefined,
    }),
    answersAfterPrinting: true,
  },
  identity: CPCL_IDENTITY,
  cancel: null,
};
