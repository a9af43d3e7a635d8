import { createFaultyEnds, type Fault } from '../sim/fault-plan.ts';
import type { DeviceEnd } from '../sim/simulated-device.ts';
import type { SimulatedScale } from './simulated-scale.ts';

/** What a simulated scale shows: the load without its tare. Integer tenths of a gram. */
export type Pan = {
  readonly tenthsG: number;
  /** Taken off already; 0 for none. */
  readonly tareTenthsG: number;
  readonly isMoving: boolean;
  readonly isOverloaded: boolean;
};

/** How a simulated scale of one protocol speaks. */
export type ScaleVoice = {
  /** The weight as one frame. */
  readonly weigh: (pan: Pan) => Uint8Array;
  /** What it is asked with, and what it answers; empty for a scale that speaks by itself. */
  readonly questions: readonly {
    readonly asked: Uint8Array;
    readonly answers: 'weight' | 'zeroed' | 'tared' | 'tare-cleared' | Uint8Array;
  }[];
  /** What it answers once zero is set; the weight unless told. */
  readonly zeroed?: Uint8Array;
  /** What it answers once the tare is another; the weight unless told. */
  readonly tared?: Uint8Array;
};

export type VoicedScaleOptions = {
  /** How many answers are still moving after the load has changed; 1 unless told. */
  readonly movingAnswers?: number;
  /** The most the scale carries, in tenths of a gram; 30 kg unless told. */
  readonly maxTenthsG?: number;
  /** The time between two frames of a scale that speaks by itself, ms; 100 unless told. */
  readonly everyMs?: number;
  readonly faults?: readonly Fault[];
};

/** A scale without a pan that speaks a protocol's real bytes. */
export function createVoicedScale(voice: ScaleVoice, options: VoicedScaleOptions = {}): SimulatedScale {
  const { movingAnswers = 1, maxTenthsG = 300_000, everyMs = 100, faults = [] } = options;
  const withFaults = createFaultyEnds(faults);
  let loadTenthsG = 0;
  let beforeTenthsG = 0;
  let zeroTenthsG = 0;
  let tareTenthsG = 0;
  let movingLeft = 0;

  const weigh = (): Uint8Array => {
    const isMoving = movingLeft > 0;
    if (isMoving) movingLeft -= 1;
    // While it swings in, the pan shows most of the way from the old load to the new one.
    const shown = isMoving ? Math.round(beforeTenthsG + (loadTenthsG - beforeTenthsG) * 0.8) : loadTenthsG;
    const isOverloaded = loadTenthsG > maxTenthsG;
    return voice.weigh({ tenthsG: shown - zeroTenthsG - tareTenthsG, tareTenthsG, isMoving, isOverloaded });
  };
  const answer = (answers: ScaleVoice['questions'][number]['answers']): Uint8Array => {
    if (answers === 'weight') return weigh();
    if (answers === 'tared' || answers === 'tare-cleared') {
      tareTenthsG = answers === 'tared' ? loadTenthsG - zeroTenthsG : 0;
      return voice.tared ?? weigh();
    }
    if (answers !== 'zeroed') return answers;
    zeroTenthsG = loadTenthsG;
    movingLeft = 0;
    return voice.zeroed ?? weigh();
  };
  const put = (tenthsG: number) => {
    beforeTenthsG = loadTenthsG;
    loadTenthsG = Math.round(tenthsG);
    movingLeft = movingAnswers;
  };
  const attach = (line: DeviceEnd) => {
    const end = withFaults(line);
    const isStreaming = voice.questions.length === 0;
    const stream = isStreaming ? setInterval(() => end.send(weigh()), everyMs) : undefined;
    let heard: Uint8Array = new Uint8Array();
    return {
      receive: (bytes: Uint8Array) => {
        heard = Buffer.concat([heard, bytes]);
        for (
          let question = firstQuestion(voice, heard);
          question !== null;
          question = firstQuestion(voice, heard)
        ) {
          heard = heard.subarray(question.endsAt);
          end.send(answer(question.answers));
        }
        heard = heard.subarray(-64);
      },
      closed: () => clearInterval(stream),
    };
  };
  return { put, lift: () => put(0), loadTenthsG: () => loadTenthsG, attach };
}

function firstQuestion(voice: ScaleVoice, heard: Uint8Array) {
  const found = voice.questions
    .map(({ asked, answers }) => ({ answers, at: Buffer.from(heard).indexOf(asked), length: asked.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  return found === undefined ? null : { answers: found.answers, endsAt: found.at + found.length };
}

/** Tenths of a gram as a decimal number of kilograms, padded on the left to `width` places. */
export function kilograms(tenthsG: number, width: number, fill = ' '): string {
  const sign = tenthsG < 0 ? '-' : '';
  return sign + (Math.abs(tenthsG) / 10_000).toFixed(3).padStart(width - sign.length, fill);
}
