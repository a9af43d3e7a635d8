import type { CloseReason, Connection } from '../../transports/transport.ts';
import {
  doubtful,
  type PrinterDriver,
  type PrinterDriverOptions,
  type PrintJob,
  type PrintOutcome,
  refused,
} from '../label-printer.ts';
import { CANCEL_ALL, troubleOf } from './protocol.ts';
import { createStatusTalk, type StatusAnswer } from './status-talk.ts';

const STATUS_TIMEOUT_MS = 1_000;
const IDLE_POLL_MS = 3_000;

/**
 * A label printer that takes ZPL, over any line that can answer. It is asked how it is (`~HS`) when it is opened, now
 * and then while idle, before each job and after it.
 *
 * Silence means two things. Many print servers and clones never answer: such a printer is used without being asked and
 * its jobs end as sent, not confirmed. Current Zebra firmware answers, except when paper or ribbon is out or the head is
 * open: a printer that has ever answered and now is silent refuses jobs with `no-status` until it answers again.
 *
 * After a doubtful job everything the printer may still hold is thrown away (`~JA`) before the next one, so that an
 * old label, or half of one, cannot come out in front of it.
 */
export function createZplDriver(options: PrinterDriverOptions): PrinterDriver {
  const {
    report,
    monotonicMs,
    statusTimeoutMs = STATUS_TIMEOUT_MS,
    idlePollMs = IDLE_POLL_MS,
    hangsUpAfterJob = false,
  } = options;
  let connection: Connection | null = null;
  let lastClose: CloseReason | null = null;
  let probe: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let isPrinting = false;
  let hasEverAnswered = false;
  let isSilentByNature = false;
  let mayHoldOldJob = false;
  let wasLastAnswered = false;

  const talk = createStatusTalk((status) => {
    hasEverAnswered = true;
    isSilentByNature = false;
    const trouble = troubleOf(status);
    report(trouble === null ? { state: 'ready', detail: null } : { state: 'attention', detail: trouble });
    askLater();
  });
  const askLater = () => {
    clearTimeout(idle);
    if (connection !== null && hasEverAnswered) idle = setTimeout(() => void askIdly(), idlePollMs);
  };
  const askIdly = async () => {
    if (!isPrinting) {
      if (wasLastAnswered) talk.forgetUnanswered();
      await askOf(connection, statusTimeoutMs);
    }
    askLater();
  };
  const askOf = async (asked: Connection | null, timeoutMs: number): Promise<StatusAnswer | null> => {
    const answer = await talk.ask(timeoutMs);
    wasLastAnswered = answer !== null;
    if (answer !== null || connection !== asked || asked === null) return answer;
    report(
      hasEverAnswered
        ? { state: 'attention', detail: 'no-status' }
        : { state: 'ready', detail: 'status-unknown' },
    );
    return null;
  };

  const reasonToRefuse = async (to: Connection, budgetMs: number): Promise<PrintOutcome | null> => {
    if (!isSilentByNature) await probe;
    if (connection !== to) return refused('away');
    if (!hasEverAnswered) return null;
    const answer = await askOf(to, Math.min(statusTimeoutMs, budgetMs));
    if (connection !== to) return refused('away');
    if (answer === null) return refused('no-status');
    const trouble = troubleOf(answer.status);
    return trouble === null ? null : refused(trouble);
  };
  const sendAndAsk = async (to: Connection, bytes: Uint8Array, budgetMs: number): Promise<PrintOutcome> => {
    const written = await to.write(mayHoldOldJob ? Buffer.concat([CANCEL_ALL, bytes]) : bytes, budgetMs);
    if (!written.ok) {
      const { code, technical } = written.error;
      return code === 'not-open' ? refused('away', technical) : doubtful('interrupted', technical);
    }
    mayHoldOldJob = false;
    if (isSilentByNature) return { kind: 'sent', confirmed: false };
    const answer = await askOf(to, statusTimeoutMs);
    if (answer !== null) return outcomeOf(answer);
    if (connection !== to) return outcomeOfHangUp(lastClose, hasEverAnswered);
    if (hasEverAnswered) {
      to.abort('no answer after a job');
      return doubtful('no-status');
    }
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
    if (outcome.kind === 'doubtful') mayHoldOldJob = true;
    return outcome;
  };

  return {
    opened: (opened) => {
      connection = opened;
      talk.opened(opened);
      probe = askOf(opened, statusTimeoutMs).then(askLater);
    },
    received: talk.received,
    closed: (reason) => {
      connection = null;
      lastClose = reason;
      clearTimeout(idle);
      talk.closed();
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
function outcomeOf({ status, isCertain }: StatusAnswer): PrintOutcome {
  const trouble = troubleOf(status);
  if (trouble === null) return { kind: 'sent', confirmed: isCertain };
  return trouble === 'buffer-full' ? { kind: 'sent', confirmed: false } : doubtful(trouble);
}

/** A print server that never answers may well hang up politely after each job; anything else is a lost printer. */
function outcomeOfHangUp(reason: CloseReason | null, hasEverAnswered: boolean): PrintOutcome {
  return reason?.code === 'by-device' && !hasEverAnswered
    ? { kind: 'sent', confirmed: false }
    : doubtful('interrupted', reason?.technical ?? null);
}
