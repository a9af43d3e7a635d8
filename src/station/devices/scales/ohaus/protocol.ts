import { createLineFramer } from '../line-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks for the weight of this moment (Ohaus RS232 interface manual, `IP`). */
export const PRINT_IMMEDIATELY: Uint8Array = Buffer.from('IP\r\n', 'latin1');
/** Sets zero (Ohaus RS232 interface manual, `Z`). */
export const ZERO: Uint8Array = Buffer.from('Z\r\n', 'latin1');

/**
 * Reads one line of an Ohaus scale: a right-aligned number of 9 to 11 places, a unit, `?` while it moves, `N` for net
 * (Ohaus RS232 interface manual; Courier 5000 for `ES`).
 */
export function readOhausLine(line: string): ScaleAnswer {
  if (line === 'ES') return statusAnswer('error', { isRefusal: true });
  const found = /^ *([+-]? *\d+(?:\.\d+)?) ([A-Za-z]{1,3})(?: (\?))?(?: ?(NET|N|G|B))?$/.exec(line);
  if (found === null) return brokenFrame('malformed');
  const [, value = '', unit = '', moving, form] = found;
  const mg = readDecimal(value, unit);
  if (typeof mg !== 'number') return mg;
  return weightAnswer(mg, { isStable: moving === undefined, isNet: form === 'N' || form === 'NET' });
}

/** Cuts and reads an Ohaus scale's answers. */
export function createOhausFramer(): ScaleFramer {
  return createLineFramer({ read: readOhausLine });
}
