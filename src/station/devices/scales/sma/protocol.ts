import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks for the weight of this moment (SMA SCP-0499, `W`). */
export const WEIGH: Uint8Array = Buffer.from('\nW\r', 'latin1');
/** `Z`, `T` and `C` (SMA SCP-0499). */
export const ORDERS = {
  zero: Buffer.from('\nZ\r', 'latin1'),
  tare: Buffer.from('\nT\r', 'latin1'),
  'clear-tare': Buffer.from('\nC\r', 'latin1'),
} as const;

const LF = 0x0a;
const CR = 0x0d;
/** `s r n m f`, ten places of weight, three of unit. */
const CONTENT_LENGTH = 18;
const SAYINGS = { O: 'overload', U: 'underload', E: 'error', I: 'not_ready', T: 'error' } as const;

/**
 * Cuts and reads the answers of the Scale Manufacturers Association's standard protocol (SCP-0499): LF, status, range,
 * gross or net, motion, a spare place, ten places of weight, three of unit, CR. A frame begins anew at each LF.
 */
export function createSmaFramer(): ScaleFramer {
  let content: number[] | null = null;
  return {
    push: (bytes) => {
      const answers: ScaleAnswer[] = [];
      for (const byte of bytes) {
        if (byte === LF) content = [];
        else if (content === null) continue;
        else if (byte === CR) {
          if (content.length > 0) answers.push(readSmaFrame(Buffer.from(content).toString('latin1')));
          content = null;
        } else if (content.length <= CONTENT_LENGTH) content.push(byte);
      }
      return answers;
    },
    pause: () => {
      const hasBegun = content !== null && content.length > 0;
      content = null;
      return hasBegun ? [brokenFrame('incomplete')] : [];
    },
    reset: () => {
      content = null;
    },
  };
}

/** Reads what stands between LF and CR. */
export function readSmaFrame(content: string): ScaleAnswer {
  if (content === '?') return statusAnswer('nack');
  const found = /^([ ZOUEIT])[\x20-\x7e]([GNT])([M ])[\x20-\x7e](.{10})(.{3})$/.exec(content);
  if (found === null) return brokenFrame('malformed');
  const [, status = '', form, motion, value = '', unit = ''] = found;
  const saying = Object.entries(SAYINGS).find(([letter]) => letter === status)?.[1];
  if (saying !== undefined) return statusAnswer(saying);
  const mg = readDecimal(value, unit);
  if (typeof mg !== 'number') return mg;
  if (form === 'T') return statusAnswer('ack_tare', { tareMg: mg });
  return weightAnswer(mg, { isStable: motion === ' ', isNet: form === 'N' });
}
