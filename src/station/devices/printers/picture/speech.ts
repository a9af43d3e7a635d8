import type { PrinterSpeech } from '../printer-speech.ts';

/** PNG and PDF are files, not conversations: nothing can be asked in them. */
export const PICTURE: PrinterSpeech = { status: null, identity: null, cancel: null };
