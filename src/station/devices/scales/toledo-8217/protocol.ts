import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  type ScaleSettings,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';

/** Asks for the weight; the command has no end (Mettler-Toledo DIVA service manual 6.1.3, `W`). */
export const WEIGH: Uint8Array = Buffer.from('W', 'latin1');
/** `Z`, `T` and `C`, each answered with the status (DIVA service manual 6.1.3); tare only where it is enabled. */
export const ORDERS = {
  zero: Buffer.from('Z', 'latin1'),
  tare: Buffer.from('T', 'latin1'),
  'clear-tare': Buffer.from('C', 'latin1'),
} as const;

const STX = 0x02;
const CR = 0x0d;
const CONTENT_LENGTH_MAX = 10;

/**
 * Cuts and reads the answers of Toledo 8217 and 8213 scales: STX, a number (`N` behind it for net) or `?` and a status
 * byte, CR. The unit is not in the frame. Sent with seven bits and even parity: a byte with the eighth bit set means that
 * the port is set to eight bits, and such a frame is told and never a weight.
 */
export function createToledo8217Framer(settings: Pick<ScaleSettings, 'unit'>): ScaleFramer {
  let content: number[] | null = null;
  let isHigh = false;

  const end = (): ScaleAnswer => {
    const bytes = content ?? [];
    content = null;
    const answer = readToledo8217(bytes, settings);
    if (!isHigh) return answer;
    return answer.kind === 'weight' ? brokenFrame('parity_mismatch', answer.mg) : brokenFrame('malformed');
  };
  return {
    push: (bytes) => {
      const answers: ScaleAnswer[] = [];
      for (const byte of bytes) {
        const masked = byte & 0x7f;
        if (masked === STX) {
          content = [];
          isHigh = byte !== masked;
        } else if (content !== null) {
          isHigh ||= byte !== masked;
          if (masked === CR) answers.push(end());
          else if (content.length < CONTENT_LENGTH_MAX) content.push(masked);
          else {
            content = null;
            answers.push(brokenFrame('malformed'));
          }
        }
      }
      return answers;
    },
    pause: () => {
      const hasBegun = content !== null;
      content = null;
      return hasBegun ? [brokenFrame('incomplete')] : [];
    },
    reset: () => {
      content = null;
    },
  };
}

/** Reads what stands between STX and CR, in seven bits. */
export function readToledo8217(
  content: readonly number[],
  { unit }: Pick<ScaleSettings, 'unit'>,
): ScaleAnswer {
  const text = Buffer.from(content).toString('latin1');
  if (content.length === 2 && text.startsWith('?')) return readStatus(content[1] ?? 0);
  if (text === 'E') return statusAnswer('probe_ok');
  if (text === '') return statusAnswer('ack');
  const found = /^( *\d{1,4}\.\d{1,3})(N)?$/.exec(text);
  if (found === null) return brokenFrame('malformed');
  const [, value = '', net] = found;
  const mg = readDecimal(value, unit);
  // A weight is sent when it stands still, and a status byte while it does not.
  return typeof mg === 'number' ? weightAnswer(mg, { isNet: net !== undefined }) : mg;
}

/** The bits of the status byte (DIVA service manual 6.1.4); bit 6 is always set. */
function readStatus(status: number): ScaleAnswer {
  const has = (bit: number) => (status & (1 << bit)) !== 0;
  if (!has(6)) return brokenFrame('malformed');
  const isNet = has(5);
  if (has(1)) return statusAnswer('overload', { isNet });
  if (has(2)) return statusAnswer('underload', { isNet });
  if (has(0)) return statusAnswer('unstable', { isNet });
  if (has(3)) return statusAnswer('error', { isNet });
  return has(4) ? weightAnswer(0, { isNet }) : statusAnswer('ack', { isNet });
}
