/** A weight as a frame has it, in integer milligrams. */
export type WeightAnswer = {
  readonly kind: 'weight';
  readonly mg: number;
  /** Null where the frame does not say whether the weight stands still. */
  readonly isStable: boolean | null;
  /** Whether a tare was taken off. */
  readonly isNet: boolean;
  /** The tare that was taken off, mg; null where the frame does not say. */
  readonly tareMg: number | null;
};

/** What else a scale says; none of it is a weight. */
export type StatusAnswer = {
  readonly kind: 'status';
  readonly status: ScaleSaying;
  readonly isNet: boolean;
  /** The tare in force where the answer tells it, mg. */
  readonly tareMg: number | null;
  /** An error of ours: the scale did not understand what it was asked. */
  readonly isRefusal: boolean;
};

export type ScaleSaying =
  /** It moves, and says no weight while it does. */
  | 'unstable'
  | 'overload'
  | 'underload'
  | 'busy'
  | 'error'
  | 'ack_zero'
  | 'ack_tare'
  | 'probe_ok'
  | 'ack'
  | 'nak'
  | 'nack'
  | 'not_weight'
  | 'not_ready'
  | 'needs_calibration'
  | 'needs_rezero';

/** Bytes that make no answer. `maskedMg`: what they would say in seven bits, for the settings' sake; never a weight. */
export type BrokenFrame = {
  readonly kind: 'broken';
  readonly why: 'incomplete' | 'malformed' | 'wrong-unit' | 'bad_checksum' | 'parity_mismatch';
  readonly maskedMg: number | null;
};

/** One answer of a scale, read. */
export type ScaleAnswer = WeightAnswer | StatusAnswer | BrokenFrame;

/** Cuts a scale's bytes into answers. Pure but for the bytes it holds back: the same bytes in any portions say the same. */
export type ScaleFramer = {
  readonly push: (bytes: Uint8Array) => readonly ScaleAnswer[];
  /** The line fell silent: whatever has begun is over, and a frame that may end here ends here. */
  readonly pause: () => readonly ScaleAnswer[];
  /** Forgets what has begun. */
  readonly reset: () => void;
};

/** What a frame leaves to the settings. */
export type ScaleSettings = {
  /** The unit of a protocol that sends bare numbers. */
  readonly unit: 'g' | 'kg' | 'lb' | 'oz';
  /** How a line of a `generic` scale looks; see docs/scale-protocols.md. */
  readonly pattern: string | null;
  /** What a `generic` scale is asked with; null for one that speaks by itself. */
  readonly request: Uint8Array | null;
  /** A USB scale that may fill in the number alone, in tenths of an ounce; not so unless told. */
  readonly isTenthOunces?: boolean;
};

/** A weight; everything but the milligrams is as most frames have it unless told. */
export function weightAnswer(
  mg: number,
  rest: Partial<Omit<WeightAnswer, 'kind' | 'mg'>> = {},
): WeightAnswer {
  return { kind: 'weight', mg, isStable: true, isNet: false, tareMg: null, ...rest };
}

/** A saying without a weight. */
export function statusAnswer(
  status: ScaleSaying,
  rest: Partial<Omit<StatusAnswer, 'kind'>> = {},
): StatusAnswer {
  return { kind: 'status', isNet: false, tareMg: null, isRefusal: status === 'nack', ...rest, status };
}

/** Bytes that make no answer. */
export function brokenFrame(why: BrokenFrame['why'], maskedMg: number | null = null): BrokenFrame {
  return { kind: 'broken', why, maskedMg };
}
