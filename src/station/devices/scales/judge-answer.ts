import type { DriverReport, HealthDetail } from '../health.ts';
import { noWeight, type ScaleReading, weightReading } from './reading.ts';
import type { ScaleAnswer, ScaleSaying } from './scale-answer.ts';
import { createStillness } from './stillness.ts';
import { tenthsFromMg } from './weight-units.ts';

/** What an answer means to the bench: a reading, or null for a word of the dialogue; and how the scale is. */
export type JudgedAnswer = {
  readonly reading: ScaleReading | null;
  readonly health: DriverReport | null;
};

/** One garbled frame is noise on the line; this many in a row are wrong settings. */
const GARBLED_IN_A_ROW = 3;
/** The finest step a parcel is weighed in: a whole gram, mg. */
const DIVISION_MG = 1_000;
const READY: DriverReport = { state: 'ready', detail: null };

/**
 * Turns the answers of one connection into readings. A known tare is added again, so that a parcel is weighed with its
 * carton; where the protocol does not say whether a weight stands still, its course does.
 */
export function createAnswerJudge(): {
  readonly judge: (answer: ScaleAnswer, atMs: number) => JudgedAnswer;
  readonly reset: () => void;
} {
  const stillness = createStillness({ divisionMg: DIVISION_MG });
  let garbledInARow = 0;

  const judge = (answer: ScaleAnswer, atMs: number): JudgedAnswer => {
    if (answer.kind === 'broken') {
      stillness.forget();
      garbledInARow += 1;
      return { reading: noWeight('error', atMs), health: healthOfBroken(answer.why, garbledInARow) };
    }
    garbledInARow = 0;
    if (answer.kind === 'status') {
      const reading = readingOf(answer.status, atMs);
      if (reading !== null) stillness.forget();
      return { reading, health: reading === null ? null : healthOf(answer.status, answer.isRefusal) };
    }
    const { mg, isStable, isNet, tareMg } = answer;
    const grossMg = mg + (isNet ? (tareMg ?? 0) : 0);
    const isStill = isStable ?? stillness.isStill(mg, atMs);
    const isUnknownNet = isNet && tareMg === null;
    return {
      reading: weightReading(tenthsFromMg(grossMg), isStill, atMs, isUnknownNet),
      health: READY,
    };
  };
  return {
    judge,
    reset: () => {
      stillness.forget();
      garbledInARow = 0;
    },
  };
}

function readingOf(status: ScaleSaying, atMs: number): ScaleReading | null {
  switch (status) {
    case 'overload':
    case 'underload':
      return noWeight(status, atMs);
    case 'unstable':
    case 'busy':
    case 'nak':
    case 'not_ready':
      return noWeight('busy', atMs);
    case 'error':
    case 'nack':
    case 'not_weight':
    case 'needs_calibration':
    case 'needs_rezero':
      return noWeight('error', atMs);
    case 'ack':
    case 'ack_zero':
    case 'ack_tare':
    case 'probe_ok':
      return null;
  }
}

const TROUBLES: Partial<Record<ScaleSaying, HealthDetail>> = {
  error: 'scale-fault',
  nack: 'not-understood',
  not_weight: 'not-weighing',
  not_ready: 'scale-not-ready',
  needs_calibration: 'needs-calibration',
  needs_rezero: 'needs-zero',
};

function healthOf(status: ScaleSaying, isRefusal: boolean): DriverReport {
  const detail = isRefusal ? 'not-understood' : TROUBLES[status];
  return detail === undefined ? READY : { state: 'attention', detail, technical: status };
}

function healthOfBroken(
  why: Extract<ScaleAnswer, { kind: 'broken' }>['why'],
  inARow: number,
): DriverReport | null {
  if (why === 'wrong-unit') return { state: 'attention', detail: 'wrong-unit' };
  if (inARow < GARBLED_IN_A_ROW) return null;
  return {
    state: 'attention',
    detail: why === 'parity_mismatch' ? 'wrong-parity' : 'garbled',
    technical: why,
  };
}
