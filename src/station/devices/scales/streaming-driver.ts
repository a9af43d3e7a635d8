import { afterSilence } from '../after-silence.ts';
import type { Connection } from '../transports/transport.ts';
import { createAnswerJudge } from './judge-answer.ts';
import { noWeight } from './reading.ts';
import type { ScaleAnswer } from './scale-answer.ts';
import type { ScaleDialogue, ScaleDriver, ScaleDriverOptions } from './scale-driver.ts';

const TIMEOUT_MS = 1_000;

/**
 * Reads a scale that speaks by itself: every frame is a reading, at the scale's own rate, and a second without one says
 * `no-answer`. What arrives is read at once and nothing is kept, so that the delay cannot grow however long it runs.
 */
export function createStreamingDriver(dialogue: ScaleDialogue, options: ScaleDriverOptions): ScaleDriver {
  const { framer } = dialogue;
  const { report, onReading, monotonicMs, timeoutMs = TIMEOUT_MS } = options;
  const judge = createAnswerJudge();
  let connection: Connection | null = null;
  let isReplayDue = false;
  let cancelSilence: () => void = () => undefined;
  let cancelGap: () => void = () => undefined;

  const waitForFrame = () => {
    cancelSilence();
    cancelSilence = afterSilence(timeoutMs, () => {
      framer.reset();
      judge.reset();
      onReading(noWeight('no-answer', monotonicMs()));
      report({ state: 'attention', detail: 'no-answer' });
      waitForFrame();
    });
  };
  const onAnswer = (answer: ScaleAnswer) => {
    if (isReplayDue) {
      isReplayDue = false;
      return;
    }
    const { reading, health } = judge.judge(answer, monotonicMs());
    if (health !== null) report(health);
    if (reading === null) return;
    waitForFrame();
    onReading(reading);
  };

  return {
    opened: (opened) => {
      connection = opened;
      isReplayDue = dialogue.isFirstReplayed ?? false;
      waitForFrame();
    },
    received: (bytes) => {
      cancelGap();
      for (const answer of framer.push(bytes)) onAnswer(answer);
      if (dialogue.gapMs === undefined) return;
      cancelGap = afterSilence(dialogue.gapMs, () => framer.pause().forEach(onAnswer));
    },
    closed: () => {
      connection = null;
      cancelSilence();
      cancelGap();
      framer.reset();
      judge.reset();
      onReading(noWeight('no-answer', monotonicMs()));
    },
    order: (wanted) => {
      const bytes = dialogue.orders?.[wanted];
      if (bytes === undefined) return 'not-supported';
      if (connection === null) return 'away';
      void connection.write(bytes, timeoutMs);
      return 'sent';
    },
  };
}
