import { createLineFramer } from '../line-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks for the weight of this moment (A&D GX-A/GF-A communication manual, `Q`). */
export const QUERY: Uint8Array = Buffer.from('Q\r\n', 'latin1');
/** Sets zero (A&D GX-A/GF-A communication manual, `Z`). */
export const ZERO: Uint8Array = Buffer.from('Z\r\n', 'latin1');

/**
 * Reads one line of the A&D standard format, `ST,+00123.45  g`: header, sign, number, unit of three places; and its
 * 18-byte variant with `GS` or `NT` behind the header and two places of unit (A&D GX-A/GF-A communication manual p. 16;
 * CAS PDI manual p. 37). An overload is `OL,+9999999E+19`, an underload the same with a minus.
 */
export function readAndLine(line: string): ScaleAnswer {
  const over = /^OL,(?:(?:GS|NT),)?([+-]?)/.exec(line);
  if (over !== null) return statusAnswer(over[1] === '-' ? 'underload' : 'overload');
  const found = /^(ST|US|QT),(?:(GS|NT),)?([+-] *\d+(?:\.\d+)?) *([A-Za-z]{1,3})$/.exec(line);
  if (found === null) return brokenFrame('malformed');
  const [, header, form, value = '', unit = ''] = found;
  if (header === 'QT') return statusAnswer('not_weight');
  const mg = readDecimal(value, unit);
  if (typeof mg !== 'number') return mg;
  return weightAnswer(mg, { isStable: header === 'ST', isNet: form === 'NT' });
}

/** Cuts and reads an A&D scale's answers. */
export function createAndFramer(): ScaleFramer {
  return createLineFramer({ read: readAndLine });
}
