import { setTimeout as pause } from 'node:timers/promises';
import type { DriverReport } from '../health.ts';
import type { CloseReason, Connection } from '../transports/transport.ts';
import { fleetingNote } from './half-job-note.ts';
import { askIdentity, type IdentityTalk } from './identity.ts';
import {
  doubtful,
  type PrinterDriver,
  type PrinterDriverOptions,
  type PrintJob,
  type PrintOutcome,
  refused,
} from './label-printer.ts';
import type { PrinterSpeech } from './printer-speech.ts';
import { createStatusTalk, type StatusAnswer } from './status-talk.ts';

const STATUS_TIMEOUT_MS = 1_000;
const IDLE_POLL_MS = 3_000;
/** How many times longer a printer is waited for that answers only when the label is finished. */
const PRINTING_FACTOR = 10;
/** The part of the status timeout that is waited for stray answers to bytes inside a job. */
const QUIET_PART = 0.1;

/**
 * A label printer of any language, over any line that carries bytes. Where the language has a question, it is asked how
 * it is when it is opened, now and then while idle, before each job and after it.
 *
 * Silence means two things. Many print servers and clones never answer: such a printer is used without being asked, its
 * jobs end as sent, not confirmed, and its health says `status-unknown`. Other printers answer, except when something
 * is wrong: a printer that has ever answered and now is silent refuses jobs with `no-status` until it answers again.
 *
 * After a doubtful job everything the printer may still hold is thrown away before the next one, where the language can
 * say that. Where it cannot, a printer with half a job would take the next one for the rest of the picture: after a job
 * that was cut off, also by the end of this program, it refuses with `half-job` until the line has been lost once more, as
 * when it is switched off, or until a person says that it was.
 */
export function createPrinterDriver(speech: PrinterSpeech, options: PrinterDriverOptions): PrinterDriver {
  const {
    report,
    monotonicMs,
    statusTimeoutMs = STATUS_TIMEOUT_MS,
    idlePollMs = IDLE_POLL_MS,
    hangsUpAfterJob = false,
    halfJob = fleetingNote(),
  } = options;
  const afterJobTimeoutMs = statusTimeoutMs * (speech.status?.answersAfterPrinting ? PRINTING_FACTOR : 1);
  let connection: Connection | null = null;
  let lastClose: CloseReason | null = null;
  let probe: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let isPrinting = false;
  let hasEverAnswered = false;
  let isSilentByNature = speech.status === null;
  let mayHoldOldJob = false;
  let mayHoldHalfJob = halfJob.isThere();
  /** The line that we broke off ourselves because of a job. */
  let aborted: Connection | null = null;
  let wasLastAnswered = false;

  const forgetHalfJob = () => {
    mayHoldHalfJob = false;
    halfJob.forget();
  };

  let introduction: IdentityTalk | null = null;
  let model: string | null = null;
  let isIntroduced = speech.identity === null;
  /** From the opening of the line until the printer has said how it is and, the first time, what it is. */
  let isMeeting = false;
  let untold: DriverReport | null = null;

  const tell = (how: DriverReport) => {
    // What it is is told together with how it is, so that one look at a printer sees both.
    untold = how;
    if (isMeeting) return;
    if (mayHoldHalfJob) report({ state: 'attention', detail: 'half-job' });
    else report(model === null ? how : { technical: model, ...how });
  };
  const introduce = async (to: Connection) => {
    if (speech.identity === null || isIntroduced || !hasEverAnswered || connection !== to) return;
    isIntroduced = true;
    introduction = askIdentity(to, speech.identity, statusTimeoutMs);
    const said = await introduction.answer;
    if (connection !== to) return;
    introduction = null;
    model = said;
  };
  const meet = async (to: Connection) => {
    isMeeting = true;
    untold = null;
    await askOf(to, statusTimeoutMs);
    await introduce(to);
    if (connection !== to) return;
    isMeeting = false;
    if (untold !== null) tell(untold);
    askLater();
  };
  const talk =
    speech.status === null
      ? null
      : createStatusTalk(speech.status, ({ trouble }) => {
          hasEverAnswered = true;
          isSilentByNature = false;
          tell(trouble === null ? { state: 'ready', detail: null } : { state: 'attention', detail: trouble });
          askLater();
        });
  const askLater = () => {
    clearTimeout(idle);
    if (connection !== null && hasEverAnswered) idle = setTimeout(() => void askIdly(), idlePollMs);
  };
  const askIdly = async () => {
    if (!isPrinting && !isMeeting) {
      if (wasLastAnswered) talk?.forgetUnanswered();
      await askOf(connection, statusTimeoutMs);
    }
    askLater();
  };
  const askOf = async (asked: Connection | null, timeoutMs: number): Promise<StatusAnswer | null> => {
    const answer = talk === null ? null : await talk.ask(timeoutMs);
    wasLastAnswered = answer !== null;
    if (answer !== null || connection !== asked || asked === null) return answer;
    tell(
      hasEverAnswered
        ? { state: 'attention', detail: 'no-status' }
        : { state: 'ready', detail: 'status-unknown' },
    );
    return null;
  };

  const reasonToRefuse = async (to: Connection, budgetMs: number): Promise<PrintOutcome | null> => {
    if (!isSilentByNature) await probe;
    if (connection !== to) return refused('away');
    if (mayHoldHalfJob) return refused('half-job');
    if (!hasEverAnswered) return null;
    const answer = await askOf(to, Math.min(statusTimeoutMs, budgetMs));
    if (connection !== to) return refused('away');
    if (answer === null) return refused('no-status');
    const { trouble } = answer.status;
    return trouble === null ? null : refused(trouble);
  };
  const sendAndAsk = async (to: Connection, job: Uint8Array, budgetMs: number): Promise<PrintOutcome> => {
    const { cancel } = speech;
    const bytes = mayHoldOldJob && cancel !== null ? Buffer.concat([cancel, job]) : job;
    if (cancel === null) halfJob.put();
    const written = await to.write(bytes, budgetMs);
    if (!written.ok) {
      const { code, technical } = written.error;
      return code === 'not-open' ? refused('away', technical) : doubtful('interrupted', technical);
    }
    mayHoldOldJob = false;
    if (isSilentByNature) return { kind: 'sent', confirmed: false };
    if (speech.status?.mayAnswerInside?.(job)) await pause(statusTimeoutMs * QUIET_PART);
    const answer = await askOf(to, hasEverAnswered ? afterJobTimeoutMs : statusTimeoutMs);
    if (answer !== null) return outcomeOf(answer);
    if (connection !== to) return outcomeOfHangUp(lastClose, hasEverAnswered);
    if (hasEverAnswered) return doubtful('no-status');
    isSilentByNature = true;
    return { kind: 'sent', confirmed: false };
  };
  const printNow = async (to: Connection, job: PrintJob): Promise<PrintOutcome> => {
    const startedMs = monotonicMs();
    const reason = await reasonToRefuse(to, job.deadlineMs);
    if (reason !== null) return reason;
    const leftMs = job.deadlineMs - (monotonicMs() - startedMs);
    if (leftMs <= 0) return refused('deadline');
    if (job.isStillWanted?.() === false) return refused('withdrawn');
    const outcome = await sendAndAsk(to, job.bytes, leftMs);
    const isDoubtful = outcome.kind === 'doubtful';
    // A trouble that the printer told of itself comes from one that has read the job to its end.
    const isCutOff = isDoubtful && (outcome.reason === 'interrupted' || outcome.reason === 'no-status');
    if (isCutOff && speech.cancel === null) mayHoldHalfJob = true;
    else forgetHalfJob();
    if (!isDoubtful) return outcome;
    mayHoldOldJob = true;
    if (outcome.reason === 'no-status') {
      aborted = to;
      to.abort('no answer after a job');
    }
    return outcome;
  };

  return {
    opened: (opened) => {
      connection = opened;
      talk?.opened(opened);
      probe = meet(opened);
    },
    received: (bytes) => (introduction ?? talk)?.received(bytes),
    closed: (reason) => {
      // The line that goes together with the job says nothing; one that is lost later is the printer's switch.
      if (!isPrinting && reason.code !== 'by-us' && connection !== aborted) forgetHalfJob();
      connection = null;
      introduction = null;
      lastClose = reason;
      clearTimeout(idle);
      talk?.closed();
    },
    emptied: () => {
      forgetHalfJob();
      if (connection !== null && !isPrinting) void askIdly();
    },
    print: async (job) => {
      if (isPrinting) return refused('busy');
      if (connection === null) return refused('away');
      if (job.bytes.length === 0) return refused('empty-job');
      isPrinting = true;
      const line = connection;
      try {
        const outcome = await printNow(line, job);
        if (hangsUpAfterJob && outcome.kind === 'sent' && connection === line) void line.close();
        return outcome;
      } finally {
        isPrinting = false;
      }
    },
  };
}

/** What the printer's answer after a job says about the job; an answer that may be an older one confirms nothing. */
function outcomeOf({ status: { trouble }, isCertain }: StatusAnswer): PrintOutcome {
  if (trouble === null) return { kind: 'sent', confirmed: isCertain };
  return trouble === 'buffer-full' ? { kind: 'sent', confirmed: false } : doubtful(trouble);
}

/** A print server that never answers may well hang up politely after each job; anything else is a lost printer. */
function outcomeOfHangUp(reason: CloseReason | null, hasEverAnswered: boolean): PrintOutcome {
  return reason?.code === 'by-device' && !hasEverAnswered
    ? { kind: 'sent', confirmed: false }
    : doubtful('interrupted', reason?.technical ?? null);
}
