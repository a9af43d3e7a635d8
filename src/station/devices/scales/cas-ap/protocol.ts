import { createHoldingFramer, skipToNext } from '../holding-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks whether the scale has something to say (CAS AP-1 protocol, ENQ). */
export const ENQUIRE: Uint8Array = Uint8Array.of(0x05);
/** Asks for the weight once it has (CAS AP-1 protocol, DC1). */
export const SEND_WEIGHT: Uint8Array = Uint8Array.of(0x11);

const SOH = 0x01;
/** SOH with the eighth bit, as some models send it. */
const SOH_HIGH = 0x81;
const STX = 0x02;
const ETX = 0x03;
const EOT = 0x04;
const ACK = 0x06;
const NAK = 0x15;
/** State, sign, six places of weight, two of unit; some models have a seventh place. */
const CONTENT_LENGTHS = [10, 11] as const;

/**
 * Cuts and reads the answers of a CAS scale in dialogue (AP, AD, ER): ACK or NAK to an enquiry, then SOH STX, state, sign,
 * weight, unit, checksum, ETX and mostly EOT (CAS AP-1 protocol note). The checksum is the exclusive or of state to unit.
 */
export function createCasApFramer(): ScaleFramer {
  return createHoldingFramer((held) => {
    while (held.length > 0) {
      const byte = held[0] ?? 0;
      if (canBegin(byte)) return takeFrame(held);
      held.shift();
      if (byte === ACK || byte === NAK) return statusAnswer(byte === ACK ? 'ack' : 'nak');
    }
    return 'nothing';
  });
}

function canBegin(byte: number): boolean {
  return byte === SOH || byte === SOH_HIGH;
}

function takeFrame(held: number[]): ScaleAnswer | 'more' {
  if (held.length < 2) return 'more';
  if (held[1] !== STX) {
    skipToNext(held, canBegin);
    return brokenFrame('malformed');
  }
  for (const length of CONTENT_LENGTHS) {
    const etxAt = 2 + length + 1;
    if (held.length <= etxAt) return 'more';
    if (held[etxAt] !== ETX) continue;
    const content = held.slice(2, 2 + length);
    const checksum = held[etxAt - 1];
    held.splice(0, etxAt + (held[etxAt + 1] === EOT ? 2 : 1));
    if (content.reduce((sum, byte) => sum ^ byte, 0) !== checksum) return brokenFrame('bad_checksum');
    return readContent(Buffer.from(content).toString('latin1'));
  }
  skipToNext(held, canBegin);
  return brokenFrame('malformed');
}

function readContent(content: string): ScaleAnswer {
  const found = /^([SU])([ F-])([ \d.]{6,7})(kg|lb| g|oz)$/.exec(content);
  if (found === null) return brokenFrame('malformed');
  const [, state, sign, value = '', unit = ''] = found;
  if (sign === 'F') return statusAnswer('overload');
  const mg = readDecimal(value, unit);
  if (typeof mg !== 'number') return mg;
  return weightAnswer(sign === '-' && mg !== 0 ? -mg : mg, { isStable: state === 'S' });
}
