import type { PrinterTrouble } from '../health.ts';
import type { IdentityLanguage } from './identity.ts';

/** What a printer said of itself. */
export type PrinterStatus = {
  /** What keeps a label from coming out, the thing a person must mend first; null if nothing does. */
  readonly trouble: PrinterTrouble | null;
};

/** Puts the bytes of answers together, however they are cut. */
export type StatusReader = {
  /** The answers that these bytes complete, oldest first. */
  readonly push: (bytes: Uint8Array) => readonly PrinterStatus[];
  /** Forgets an answer that has begun; called before each question and when the line is lost. */
  readonly reset: () => void;
};

/** How a printer of one language is asked how it is, and how its answers are read. */
export type StatusLanguage = {
  /** The question; sent between jobs only, as inside a picture it would be dots. */
  readonly ask: Uint8Array;
  readonly createReader: () => StatusReader;
  /**
   * The printer answers only when it has finished the label, or has read it no faster than it prints, so after a job it
   * is waited for ten times as long.
   */
  readonly answersAfterPrinting?: boolean;
  /** Whether a job holds bytes that some printers answer by themselves; then it is asked after a moment's quiet. */
  readonly mayAnswerInside?: (job: Uint8Array) => boolean;
};

/** What is said to a printer besides its labels, language by language. */
export type PrinterSpeech = {
  /** Null where the language knows no question that every printer understands. */
  readonly status: StatusLanguage | null;
  /** Asked once, after the printer has answered how it is. */
  readonly identity: IdentityLanguage | null;
  /**
   * Throws away all that the printer still holds, even half a job in the middle of its picture; null where no command
   * is documented to do that. Then, after a job that was cut off, the printer must be switched off and on.
   */
  readonly cancel: Uint8Array | null;
};
