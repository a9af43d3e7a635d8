import { createHoldingFramer, skipToNext } from '../holding-framer.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

const STX = 0x02;
const ACK = 0x06;
const NAK = 0x15;
/** No answer of these scales is longer. */
const BODY_LENGTH_MAX = 64;
/** The password of a scale that nobody has given another: the digits 0030. */
const PASSWORD = [0x30, 0x30, 0x33, 0x30] as const;

/** Asks for the state of the weighing channel. */
export const GET_STATE: Uint8Array = pos2Frame([0x3a, ...PASSWORD]);
/** Zero, tare of the load, and a tare of nothing, in grams. */
export const ORDERS = {
  zero: pos2Frame([0x30, ...PASSWORD]),
  tare: pos2Frame([0x31, ...PASSWORD]),
  'clear-tare': pos2Frame([0x32, ...PASSWORD, 0, 0]),
} as const;
/** Tells the scale that its answer has arrived. */
export const ACKNOWLEDGE: Uint8Array = Uint8Array.of(ACK);

/** A frame of POS2: STX, the length of the body, the body (command and data), the exclusive or of everything behind STX. */
export function pos2Frame(body: readonly number[]): Uint8Array {
  return Uint8Array.of(
    STX,
    body.length,
    ...body,
    body.reduce((sum, byte) => sum ^ byte, body.length),
  );
}

/** Cuts and reads the answers of Shtrih-M and Mertech POS2 scales (Mertech POS2-M protocol; Shtrih-M M5 driver). */
export function createPos2Framer(): ScaleFramer {
  return createHoldingFramer((held) => {
    while (held.length > 0) {
      const [byte] = held;
      if (byte === STX) return takeFrame(held);
      held.shift();
      if (byte === ACK || byte === NAK) return statusAnswer(byte === ACK ? 'ack' : 'nak');
    }
    return 'nothing';
  });
}

function takeFrame(held: number[]): ScaleAnswer | 'more' {
  if (held.length < 2) return 'more';
  const length = held[1] ?? 0;
  if (length === 0 || length > BODY_LENGTH_MAX) {
    skipToNext(held, (byte) => byte === STX);
    return brokenFrame('malformed');
  }
  const bodyEnd = 2 + length;
  if (held.length < bodyEnd + 1) return 'more';
  const checked = held.slice(1, bodyEnd);
  if (checked.reduce((sum, byte) => sum ^ byte, 0) !== held[bodyEnd]) {
    skipToNext(held, (byte) => byte === STX);
    return brokenFrame('bad_checksum');
  }
  held.splice(0, bodyEnd + 1);
  return readBody(Uint8Array.from(checked.slice(1)));
}

/** Command, error, and for the state: flags, weight in grams, tare in grams, a spare byte. */
function readBody(body: Uint8Array): ScaleAnswer {
  const [command, error] = body;
  if (error === undefined) return brokenFrame('malformed');
  if (error !== 0) return statusAnswer('error');
  if (command === 0x30) return statusAnswer('ack_zero');
  if (command === 0x31 || command === 0x32) return statusAnswer('ack_tare');
  if (command !== 0x3a) return statusAnswer('ack');
  if (body.length !== 11) return brokenFrame('malformed');
  const view = new DataView(body.buffer);
  const flags = view.getUint16(2, true);
  const has = (bit: number) => (flags & (1 << bit)) !== 0;
  if (has(6)) return statusAnswer('overload');
  if (has(5)) return statusAnswer('error');
  if (has(9)) return statusAnswer('needs_calibration');
  if (has(7)) return statusAnswer('not_ready');
  const isNet = has(3);
  const tareMg = isNet ? view.getUint16(8, true) * 1000 : null;
  const grams = view.getInt32(4, true);
  return weightAnswer(grams * 1000, { isStable: has(4), isNet, tareMg });
}
