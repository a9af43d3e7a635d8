import { afterSilence } from '../after-silence.ts';
import type { Connection } from '../transports/transport.ts';
import type { PrinterStatus, StatusLanguage } from './printer-speech.ts';

export type StatusAnswer = {
  readonly status: PrinterStatus;
  /** Whether it surely answers this question, and not an earlier one that had been given up. */
  readonly isCertain: boolean;
};

export type StatusTalk = {
  /**
   * Asks and waits at most so long; null if the printer stays silent. A question that is already under way is waited
   * for first, as its answer may be older than this question; if it finds silence, that is the answer to both.
   */
  readonly ask: (timeoutMs: number) => Promise<StatusAnswer | null>;
  /** To be called after a quiet time: answers that have not come by now will not come any more. */
  readonly forgetUnanswered: () => void;
  readonly received: (bytes: Uint8Array) => void;
  readonly opened: (connection: Connection) => void;
  readonly closed: () => void;
};

type Question = {
  readonly answer: Promise<StatusAnswer | null>;
  readonly settle: (status: PrinterStatus | null) => void;
};

/** Question and answer with a printer in its language; `onStatus` hears every answer, asked for or late. */
export function createStatusTalk(
  language: StatusLanguage,
  onStatus: (status: PrinterStatus) => void,
): StatusTalk {
  const reader = language.createReader();
  let connection: Connection | null = null;
  let question: Question | null = null;
  // An answer does not say which question it belongs to: while some are unanswered, the next may be a late one.
  let unanswered = 0;

  const put = (to: Connection, timeoutMs: number): Question => {
    const { promise, resolve } = Promise.withResolvers<StatusAnswer | null>();
    const isCertain = unanswered === 0;
    const settle = (status: PrinterStatus | null) => {
      cancelSilence();
      question = null;
      if (status === null) unanswered += 1;
      resolve(status === null ? null : { status, isCertain });
    };
    const cancelSilence = afterSilence(timeoutMs, () => settle(null));
    reader.reset();
    void to.write(language.ask, timeoutMs).then((written) => {
      if (!written.ok && question?.answer === promise) settle(null);
    });
    return { answer: promise, settle };
  };
  const ask = async (timeoutMs: number): Promise<StatusAnswer | null> => {
    const asked = connection;
    while (question !== null) {
      if ((await question.answer) === null) return null;
    }
    if (asked === null || connection !== asked) return null;
    question = put(asked, timeoutMs);
    return question.answer;
  };
  return {
    ask,
    forgetUnanswered: () => {
      if (question === null) unanswered = 0;
    },
    received: (bytes) => {
      for (const status of reader.push(bytes)) {
        if (question === null) unanswered = Math.max(0, unanswered - 1);
        onStatus(status);
        question?.settle(status);
      }
    },
    opened: (opened) => {
      connection = opened;
      unanswered = 0;
    },
    closed: () => {
      connection = null;
      question?.settle(null);
      reader.reset();
    },
  };
}
