import type { PrinterTrouble } from '../../health.ts';
import type { PrinterSpeech } from '../printer-speech.ts';
import { ESCPOS_IDENTITY } from './identity.ts';

const DLE = 0x10;
const EOT = 0x04;
const QUESTIONS = [1, 2, 3, 4] as const;

/** Every status byte has bits 1 and 4 set, 0 and 7 clear; what has not is no answer to `DLE EOT`. */
function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/**
 * What keeps a label from coming out, from the four answers to `DLE EOT 1` to `4` (Epson ESC/POS reference): the second
 * tells cover, paper end and error, the third cutter and other errors, the fourth the paper, the first only that the
 * printer is off line.
 */
export function escPosTroubleOf([
  printer = 0,
  offline = 0,
  error = 0,
  paper = 0,
]: readonly number[]): PrinterTrouble | null {
  if ((offline & 0x04) !== 0) return 'head-open';
  if ((offline & 0x20) !== 0 || (paper & 0x60) !== 0) return 'paper-out';
  if ((error & 0x08) !== 0) return 'jammed';
  if ((error & 0x20) !== 0) return 'fault';
  if ((error & 0x40) !== 0) return 'too-hot';
  if ((offline & 0x40) !== 0) return 'fault';
  return (printer & 0x08) === 0 ? null : 'paused';
}

/** Whether the job's dots happen to contain a `DLE EOT`, which many printers answer wherever they see it. */
function holdsQuestion(job: Uint8Array): boolean {
  return job.some(
    (byte, at) => byte === DLE && job[at + 1] === EOT && (job[at + 2] ?? 0) >= 1 && (job[at + 2] ?? 0) <= 4,
  );
}

/**
 * ESC/POS: four questions in one go, four bytes back; fewer are no answer. The documented `DLE DC4 8` that empties the
 * buffer is not used: few models know it, and nothing may be sent to them until they have said that they are empty.
 */
export const ESCPOS: PrinterSpeech = {
  status: {
    ask: Uint8Array.from(QUESTIONS.flatMap((n) => [DLE, EOT, n])),
    createReader: () => {
      let answers: number[] = [];
      return {
        push: (bytes) => {
          const complete: { readonly trouble: PrinterTrouble | null }[] = [];
          for (const byte of bytes) {
            answers = isStatusByte(byte) ? [...answers, byte] : [];
            if (answers.length < QUESTIONS.length) continue;
            complete.push({ trouble: escPosTroubleOf(answers) });
            answers = [];
          }
          return complete;
        },
        reset: () => {
          answers = [];
        },
      };
    },
    answersAfterPrinting: true,
    mayAnswerInside: holdsQuestion,
  },
  identity: ESCPOS_IDENTITY,
  cancel: null,
};
