import { afterSilence } from '../after-silence.ts';
import type { Connection } from '../transports/transport.ts';
import { createAnswerJudge } from './judge-answer.ts';
import { noWeight } from './reading.ts';
import type { ScaleAnswer } from './scale-answer.ts';
import type { ScaleDialogue, ScaleDriver, ScaleDriverOptions } from './scale-driver.ts';

const POLL_MS = 200;
const TIMEOUT_MS = 1_000;

/** A request that has not been answered yet. */
type Request = {
  readonly sentAtMs: number;
  readonly attempt: 1 | 2;
  readonly cancelSilence: () => void;
};

/**
 * Asks a scale for its weight about five times a second: one request in flight, a second try after a second of silence,
 * then `no-answer`. An answer that does not parse clears the weight; bytes that nobody asked for do so only if they do
 * parse.
 */
export function createPollingDriver(
  dialogue: ScaleDialogue & { readonly ask: Uint8Array },
  options: ScaleDriverOptions,
): ScaleDriver {
  const { framer, saysOnlyNewWeights = false } = dialogue;
  const { report, onReading, monotonicMs, timeoutMs = TIMEOUT_MS } = options;
  const pollMs = options.pollMs ?? dialogue.pollMs ?? POLL_MS;
  const judge = createAnswerJudge();
  let connection: Connection | null = null;
  let request: Request | null = null;
  let nextPoll: ReturnType<typeof setTimeout> | undefined;
  let cancelGap: () => void = () => undefined;
  let order: Uint8Array | null = null;

  // A failed write closes the connection or is followed by the time-out; both are handled where they arrive.
  const send = (bytes: Uint8Array) => void connection?.write(bytes, timeoutMs);
  const ask = (attempt: 1 | 2) => {
    if (connection === null) return;
    if (order !== null) {
      send(order);
      order = null;
      nextPoll = setTimeout(() => ask(1), pollMs);
      return;
    }
    // Without frames an old byte would shift every answer behind it.
    if (dialogue.isUnframed === true) framer.reset();
    request = { sentAtMs: monotonicMs(), attempt, cancelSilence: afterSilence(timeoutMs, onSilence) };
    send(dialogue.ask);
  };
  const onSilence = () => {
    // Half an answer must not grow together with the next one.
    framer.reset();
    if (request?.attempt === 1 && !saysOnlyNewWeights) return ask(2);
    request = null;
    judge.reset();
    onReading(noWeight(saysOnlyNewWeights ? 'busy' : 'no-answer', monotonicMs()));
    if (!saysOnlyNewWeights) report({ state: 'attention', detail: 'no-answer' });
    nextPoll = setTimeout(() => ask(1), pollMs);
  };
  const onAnswer = (answer: ScaleAnswer) => {
    const reply = dialogue.reply?.(answer) ?? null;
    if (reply !== null && request !== null) send(reply);
    if (request === null && answer.kind === 'broken') return;
    const { reading, health } = judge.judge(answer, monotonicMs());
    if (reading === null) return;
    if (request !== null) {
      request.cancelSilence();
      const waitMs = Math.max(0, pollMs - (monotonicMs() - request.sentAtMs));
      request = null;
      nextPoll = setTimeout(() => ask(1), waitMs);
    }
    if (health !== null) report(health);
    // The scale itself waited until the weight stood still, and says it once: that is worth two readings.
    if (saysOnlyNewWeights) onReading({ ...reading, atMs: reading.atMs - 1 });
    onReading(reading);
  };

  return {
    opened: (opened) => {
      connection = opened;
      if (saysOnlyNewWeights) report({ state: 'ready', detail: null });
      ask(1);
    },
    received: (bytes) => {
      cancelGap();
      for (const answer of framer.push(bytes)) onAnswer(answer);
      if (dialogue.gapMs === undefined) return;
      cancelGap = afterSilence(dialogue.gapMs, () => framer.pause().forEach(onAnswer));
    },
    closed: () => {
      connection = null;
      request?.cancelSilence();
      cancelGap();
      clearTimeout(nextPoll);
      request = null;
      order = null;
      judge.reset();
      framer.reset();
      onReading(noWeight('no-answer', monotonicMs()));
    },
    order: (wanted) => {
      const bytes = dialogue.orders?.[wanted];
      if (bytes === undefined) return 'not-supported';
      if (connection === null) return 'away';
      order = bytes;
      return 'sent';
    },
  };
}
