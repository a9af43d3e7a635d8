import { createLineFramer } from '../line-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks for the weight of this moment, stable or not (MT-SICS level 0, `SI`). */
export const SEND_IMMEDIATELY: Uint8Array = Buffer.from('SI\r\n', 'latin1');
/** Sets zero once the scale is still (MT-SICS level 0, `Z`). */
export const ZERO: Uint8Array = Buffer.from('Z\r\n', 'latin1');
/** Takes what is on the pan as the tare (MT-SICS level 1, `T`). */
export const TARE: Uint8Array = Buffer.from('T\r\n', 'latin1');

const FIXED: ReadonlyMap<string, ScaleAnswer> = new Map([
  ['S I', statusAnswer('busy')],
  ['S +', statusAnswer('overload')],
  ['S -', statusAnswer('underload')],
  ['Z A', statusAnswer('ack_zero')],
  ['Z I', statusAnswer('busy')],
  ['Z +', statusAnswer('overload')],
  ['Z -', statusAnswer('underload')],
  ['T I', statusAnswer('busy')],
  ['T +', statusAnswer('overload')],
  ['T -', statusAnswer('underload')],
  ['ES', statusAnswer('error', { isRefusal: true })],
  ['ET', statusAnswer('error', { isRefusal: true })],
  ['EL', statusAnswer('error', { isRefusal: true })],
]);

/**
 * Reads one line of the Mettler-Toledo Standard Interface Command Set, without its end: an id, a status and, for a
 * weight, a right-aligned value and a unit (operating instructions AB/AL/AT, JS). Anything that is not exactly such a
 * line is broken and never a weight.
 */
export function readMtSicsLine(line: string): ScaleAnswer {
  const fixed = FIXED.get(line);
  if (fixed !== undefined) return fixed;
  if (/^I\d+ A /.test(line)) return statusAnswer('ack');
  const found = /^([ST]) ([SD]) +(\S+)(?: +(\S+))?$/.exec(line);
  if (found === null) return brokenFrame('malformed');
  const [, id, status, value = '', unit = ''] = found;
  const mg = readDecimal(value, unit);
  if (typeof mg !== 'number') return mg;
  if (id === 'T') return statusAnswer('ack_tare', { tareMg: mg });
  return weightAnswer(mg, { isStable: status === 'S' });
}

/** Cuts and reads a MT-SICS scale's answers. */
export function createMtSicsFramer(): ScaleFramer {
  return createLineFramer({ read: readMtSicsLine });
}
