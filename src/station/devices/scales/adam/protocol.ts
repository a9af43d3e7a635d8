import { createLineFramer } from '../line-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import { brokenFrame, type ScaleAnswer, type ScaleFramer, weightAnswer } from '../scale-answer.ts';

/** Asks for the weight: answered, with a beep, only when it is a new one and not zero (Adam AZextra). */
export const PRINT: Uint8Array = Buffer.from('P\r\n', 'latin1');

/** Reads one line of an Adam scale: a number and its unit, with `Weight:`, `G/W` or `N/W` in front on some models. It sends stable weights only. */
export function readAdamLine(line: string): ScaleAnswer {
  const found = /^(?:(?:Weight|G\/W|N\/W|GROSS|NET):?)? *([+-]? *\d+\.\d+|[+-] *\d+) *([A-Za-z]{1,2})$/.exec(
    line,
  );
  if (found === null) return brokenFrame('malformed');
  const [, value = '', unit = ''] = found;
  const mg = readDecimal(value, unit);
  return typeof mg === 'number' ? weightAnswer(mg, { isNet: /^N/.test(line) }) : mg;
}

/** Cuts and reads an Adam scale's answers. */
export function createAdamFramer(): ScaleFramer {
  return createLineFramer({ read: readAdamLine });
}
