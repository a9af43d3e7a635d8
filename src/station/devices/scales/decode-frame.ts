import { type ScaleProtocol, scaleProtocols } from '#contract/scale-config.ts';
import { createMassaK2GramsFramer } from './massa-k-2/protocol.ts';
import type { ScaleAnswer, ScaleFramer, ScaleSettings } from './scale-answer.ts';
import { SCALE_PROTOCOLS } from './scale-protocols.ts';

/** A frame's meaning as `packbench decode-scale` prints it; see docs/command-line.md. */
export type DecodedFrame = {
  /** Grams; null where the frame carries no weight that may be used. */
  readonly value_g: number | null;
  readonly stable: boolean | null;
  readonly status: string;
  readonly net?: true;
  readonly tare_g?: number;
  readonly masked_value_g?: number;
};

/** The framer of a protocol. `whole`, where it is known, is one whole answer: two bytes of Massa-K's are grams alone. */
export function framerOf(protocol: ScaleProtocol, settings: ScaleSettings, whole?: Uint8Array): ScaleFramer {
  if (protocol === 'massa-k-2' && whole?.length === 2) return createMassaK2GramsFramer();
  return SCALE_PROTOCOLS[protocol].speak(settings).framer;
}

/**
 * Reads bytes as one frame and the silence behind it; of several answers the last whole one counts. `noise` stands for a
 * protocol that nobody knows: it is read as any that proves a frame by its form, and is noise if none does.
 */
export function decodeScaleFrame(
  protocol: ScaleProtocol | 'noise',
  settings: ScaleSettings,
  bytes: Uint8Array,
): DecodedFrame {
  if (protocol !== 'noise') return decode(framerOf(protocol, settings, bytes), bytes);
  const read = proving.map((candidate) => decode(framerOf(candidate, settings), bytes));
  return read.find(({ value_g }) => value_g !== null) ?? NOISE;
}

/** Not the ones without a frame, which make a weight of anything. */
const proving = scaleProtocols.filter(
  (protocol) => !protocol.startsWith('massa-k-2') && protocol !== 'hid-8d',
);

function decode(framer: ScaleFramer, bytes: Uint8Array): DecodedFrame {
  const answers = [...framer.push(bytes), ...framer.pause()];
  const answer = answers.findLast(({ kind }) => kind !== 'broken') ?? answers.at(-1);
  return answer === undefined ? NOISE : toDecoded(answer);
}

const NOISE: DecodedFrame = { value_g: null, stable: null, status: 'noise' };

function toDecoded(answer: ScaleAnswer): DecodedFrame {
  switch (answer.kind) {
    case 'weight': {
      const { mg, isStable } = answer;
      const status = isStable === false ? 'unstable' : mg === 0 ? 'zero' : mg < 0 ? 'negative' : 'ok';
      return { value_g: mg / 1000, stable: isStable, status, ...netAndTare(answer) };
    }
    case 'status': {
      const { status } = answer;
      return {
        value_g: null,
        stable: STABLE_WITHOUT_WEIGHT.get(status) ?? null,
        status,
        ...netAndTare(answer),
      };
    }
    case 'broken': {
      const status = answer.why === 'wrong-unit' ? 'malformed' : answer.why;
      const masked = answer.maskedMg === null ? {} : { masked_value_g: answer.maskedMg / 1000 };
      return { value_g: null, stable: null, status, ...masked };
    }
  }
}

function netAndTare({ isNet, tareMg }: { readonly isNet: boolean; readonly tareMg: number | null }) {
  return { ...(isNet ? { net: true as const } : {}), ...(tareMg === null ? {} : { tare_g: tareMg / 1000 }) };
}

/** Sayings that tell whether the pan stands still although they carry no weight of it. */
const STABLE_WITHOUT_WEIGHT: ReadonlyMap<string, boolean> = new Map([
  ['unstable', false],
  ['ack_tare', true],
  ['not_weight', true],
]);
