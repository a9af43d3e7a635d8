import { createHoldingFramer } from '../holding-framer.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  type ScaleSaying,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';
import { mgFromDigits } from '../weight-units.ts';

const HEADER = [0xf8, 0x55, 0xce] as const;
/** Header and length of the body. */
const LENGTH_END = 5;
/** A longer body than any answer has is noise; the names of the parameters take the most. */
const BODY_LENGTH_MAX = 256;

/** Asks for the weight, CMD_GET_MASSA. */
export const GET_MASSA: Uint8Array = massaFrame([0x23]);
/** CMD_SET_ZERO, and CMD_SET_TARE of nothing. Taking the load off would need its weight in the command. */
export const ORDERS = { zero: massaFrame([0x72]), 'clear-tare': massaFrame([0xa3, 0, 0, 0, 0]) } as const;

/** A frame of protocol 100: header, length of the body, the body (command and data), its checksum. */
export function massaFrame(body: readonly number[]): Uint8Array {
  const sum = crcOf(body);
  return Uint8Array.of(...HEADER, body.length & 0xff, body.length >> 8, ...body, sum & 0xff, sum >> 8);
}

/**
 * The checksum of protocol 100: polynomial 0x1021 from 0, the bits shifted in at the low end and no zero bits appended,
 * so that of a single byte it is the byte itself. The usual CCITT variants do not fit real captures.
 */
export function crcOf(body: readonly number[]): number {
  let crc = 0;
  for (const byte of body) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const isCarried = (crc & 0x8000) !== 0;
      crc = ((crc << 1) & 0xffff) | ((byte >> bit) & 1);
      if (isCarried) crc ^= 0x1021;
    }
  }
  return crc;
}

/** Cuts and reads the answers of Massa-K's protocol 100. What does not fit begins anew at the next header within it. */
export function createMassaK100Framer(): ScaleFramer {
  return createHoldingFramer((held) => {
    while (held.length > 0 && !HEADER.every((byte, at) => held[at] === undefined || held[at] === byte))
      held.shift();
    if (held.length === 0) return 'nothing';
    if (held.length < LENGTH_END) return 'more';
    const length = (held[3] ?? 0) | ((held[4] ?? 0) << 8);
    if (length === 0 || length > BODY_LENGTH_MAX) {
      held.shift();
      return brokenFrame('malformed');
    }
    const bodyEnd = LENGTH_END + length;
    if (held.length < bodyEnd + 2) return 'more';
    const body = held.slice(LENGTH_END, bodyEnd);
    const sum = (held[bodyEnd] ?? 0) | ((held[bodyEnd + 1] ?? 0) << 8);
    if (sum !== crcOf(body)) {
      held.shift();
      return brokenFrame('bad_checksum');
    }
    held.splice(0, bodyEnd + 2);
    return readBody(Uint8Array.from(body));
  });
}

/** Powers of ten of a gram that a division stands for: 0.1 g, 1 g, 10 g, 100 g, 1 kg. */
const DIVISION_EXPONENTS = [-1, 0, 1, 2, 3] as const;

/** What CMD_ERROR says; others are errors of the scale. */
const ERRORS: ReadonlyMap<number, ScaleSaying> = new Map([
  [0x07, 'nack'],
  [0x08, 'overload'],
  [0x09, 'not_ready'],
  [0x15, 'busy'],
  [0x17, 'not_ready'],
]);

function readBody(body: Uint8Array): ScaleAnswer {
  switch (body[0]) {
    case 0x24:
    case 0x10:
      return readMassa(body);
    case 0x28:
      return statusAnswer(ERRORS.get(body[1] ?? 0) ?? 'error');
    case 0xf0:
      return statusAnswer('nack');
    case 0x27:
      return statusAnswer('ack_zero');
    case 0x12:
      return statusAnswer('ack_tare');
    default:
      return statusAnswer('ack');
  }
}

/** CMD_ACK_MASSA: weight, division, stable, net, zero and, on some models, the tare; the older 0x10 ends with stable. */
function readMassa(body: Uint8Array): ScaleAnswer {
  if (body.length < 7) return brokenFrame('malformed');
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const exponent = DIVISION_EXPONENTS[body[5] ?? 0xff];
  if (exponent === undefined) return brokenFrame('malformed');
  const toMg = (value: number) => {
    const mg = mgFromDigits(Math.abs(value), exponent, 'g');
    return mg === null ? null : value < 0 ? -mg : mg;
  };
  const mg = toMg(view.getInt32(1, true));
  if (mg === null) return brokenFrame('malformed');
  const isNet = body[7] === 1;
  const tareMg = isNet && body.length >= 13 ? toMg(view.getInt32(9, true)) : null;
  return weightAnswer(mg, { isStable: body[6] === 1, isNet, tareMg });
}
