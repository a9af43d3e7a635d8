import type { SerialSettings } from '#contract/device-address.ts';
import type { ScaleProtocol } from '#contract/scale-config.ts';
import { createAdamFramer, PRINT } from './adam/protocol.ts';
import { ZERO as AND_ZERO, createAndFramer, QUERY } from './and-standard/protocol.ts';
import { createCasLineFramer } from './cas-22/protocol.ts';
import { createCasApFramer, ENQUIRE, SEND_WEIGHT } from './cas-ap/protocol.ts';
import { createGenericFramer } from './generic/protocol.ts';
import { createHidScaleFramer } from './hid-8d/protocol.ts';
import {
  createMassaK2Framer,
  createMassaK2GramsFramer,
  GET_GRAMS,
  GET_STATE as MASSA_GET_STATE,
  SET_ZERO as MASSA_ZERO,
} from './massa-k-2/protocol.ts';
import { createMassaK100Framer, GET_MASSA, ORDERS as MASSA_100_ORDERS } from './massa-k-100/protocol.ts';
import { createMtSicsFramer, ZERO as MT_ZERO, SEND_IMMEDIATELY } from './mt-sics/protocol.ts';
import { createOhausFramer, ZERO as OHAUS_ZERO, PRINT_IMMEDIATELY } from './ohaus/protocol.ts';
import { createPollingDriver } from './polling-driver.ts';
import {
  ACKNOWLEDGE,
  createPos2Framer,
  GET_STATE as POS2_GET_STATE,
  ORDERS as POS2_ORDERS,
} from './pos2/protocol.ts';
import type { ScaleSettings } from './scale-answer.ts';
import type { ScaleDialogue, ScaleDriver, ScaleDriverOptions } from './scale-driver.ts';
import { createSmaFramer, ORDERS as SMA_ORDERS, WEIGH as SMA_WEIGH } from './sma/protocol.ts';
import { createStreamingDriver } from './streaming-driver.ts';
import {
  createToledo8217Framer,
  ORDERS as TOLEDO_ORDERS,
  WEIGH as TOLEDO_WEIGH,
} from './toledo-8217/protocol.ts';
import { createToledoContinuousFramer } from './toledo-continuous/protocol.ts';

type ScaleProtocolParts = {
  readonly speak: (settings: ScaleSettings) => ScaleDialogue;
  /** The port as these scales come out of their box; what is not named is 9600 8N1. */
  readonly line?: Partial<SerialSettings>;
};

/** Between two answers of a protocol without frames there is at least so much silence, ms. */
const UNFRAMED_GAP_MS = 50;
/** A stream's frame without a checksum is over after this: more than a USB adapter holds bytes back, ms. */
const STREAM_GAP_MS = 25;
/** What looked like the beginning of a frame was none, ms. */
const FALSE_START_MS = 300;
const SEVEN_EVEN = { dataBits: 7, parity: 'even' } as const;
const MASSA_LINE = { baud: 4800, parity: 'even' } as const;

/** How the bench talks to a scale of each protocol, by its name in the bench file. A new one is a folder and a line here. */
export const SCALE_PROTOCOLS: Readonly<Record<ScaleProtocol, ScaleProtocolParts>> = {
  'mt-sics': {
    speak: () => ({ framer: createMtSicsFramer(), ask: SEND_IMMEDIATELY, orders: { zero: MT_ZERO } }),
  },
  'toledo-8217': {
    speak: (settings) => ({
      framer: createToledo8217Framer(settings),
      ask: TOLEDO_WEIGH,
      orders: TOLEDO_ORDERS,
    }),
    line: SEVEN_EVEN,
  },
  'toledo-continuous': {
    speak: () => ({ framer: createToledoContinuousFramer(), ask: null, gapMs: STREAM_GAP_MS }),
    line: SEVEN_EVEN,
  },
  'cas-ap': {
    speak: () => ({
      framer: createCasApFramer(),
      gapMs: FALSE_START_MS,
      ask: ENQUIRE,
      reply: (answer) => (answer.kind === 'status' && answer.status === 'ack' ? SEND_WEIGHT : null),
    }),
  },
  'cas-22': { speak: (settings) => ({ framer: createCasLineFramer(settings), ask: null }) },
  'and-standard': {
    speak: () => ({ framer: createAndFramer(), ask: QUERY, orders: { zero: AND_ZERO } }),
    line: { ...SEVEN_EVEN, baud: 2400 },
  },
  ohaus: {
    speak: () => ({ framer: createOhausFramer(), ask: PRINT_IMMEDIATELY, orders: { zero: OHAUS_ZERO } }),
  },
  sma: { speak: () => ({ framer: createSmaFramer(), ask: SMA_WEIGH, orders: SMA_ORDERS }) },
  'massa-k-100': {
    speak: () => ({
      framer: createMassaK100Framer(),
      ask: GET_MASSA,
      gapMs: FALSE_START_MS,
      orders: MASSA_100_ORDERS,
    }),
    line: MASSA_LINE,
  },
  'massa-k-2': {
    speak: () => ({
      framer: createMassaK2Framer(),
      ask: MASSA_GET_STATE,
      orders: { zero: MASSA_ZERO },
      gapMs: UNFRAMED_GAP_MS,
      isUnframed: true,
    }),
    line: MASSA_LINE,
  },
  'massa-k-2-grams': {
    speak: () => ({
      framer: createMassaK2GramsFramer(),
      ask: GET_GRAMS,
      orders: { zero: MASSA_ZERO },
      gapMs: UNFRAMED_GAP_MS,
      isUnframed: true,
    }),
    line: MASSA_LINE,
  },
  pos2: {
    speak: () => ({
      framer: createPos2Framer(),
      gapMs: FALSE_START_MS,
      ask: POS2_GET_STATE,
      orders: POS2_ORDERS,
      reply: (answer) =>
        answer.kind === 'broken' ||
        (answer.kind === 'status' && (answer.status === 'ack' || answer.status === 'nak'))
          ? null
          : ACKNOWLEDGE,
    }),
  },
  adam: {
    // Each answer beeps, so it is asked seldom.
    speak: () => ({ framer: createAdamFramer(), ask: PRINT, pollMs: 1_000, saysOnlyNewWeights: true }),
    line: { baud: 4800 },
  },
  generic: { speak: (settings) => ({ framer: createGenericFramer(settings), ask: settings.request }) },
  'hid-8d': {
    speak: ({ isTenthOunces = false }) => ({
      framer: createHidScaleFramer({ isTenthOunces }),
      ask: null,
      isFirstReplayed: true,
    }),
  },
};

/** The driver for a scale of this protocol. */
export function createScaleDriver(
  protocol: ScaleProtocol,
  settings: ScaleSettings,
  options: ScaleDriverOptions,
): ScaleDriver {
  const dialogue = SCALE_PROTOCOLS[protocol].speak(settings);
  const { ask } = dialogue;
  return ask === null
    ? createStreamingDriver(dialogue, options)
    : createPollingDriver({ ...dialogue, ask }, options);
}
