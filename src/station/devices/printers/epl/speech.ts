import type { PrinterSpeech } from '../printer-speech.ts';

/**
 * EPL2: the printer tells errors by itself where `eR` was set up, and on RS-232 only; there is no question that all
 * answer, and no command that surely empties one in the middle of a picture.
 */
export const EPL: PrinterSpeech = { status: null, identity: null, cancel: null };
