import { createLineFramer } from '../line-framer.ts';
import { readDecimal } from '../read-decimal.ts';
import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  type ScaleSettings,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';
import { type LinePattern, readLinePattern } from './pattern.ts';

/** A number and its unit and nothing else: a word beside them may say that this is no gross weight. */
export const USUAL_PATTERN = '{weight} {unit}';

/** Reads one line by a pattern. A number needs a point or a unit: digits alone may be a scanned barcode. */
export function readGenericLine(
  line: string,
  { expression }: LinePattern,
  { unit }: Pick<ScaleSettings, 'unit'>,
): ScaleAnswer {
  const parts = expression.exec(line)?.groups;
  if (parts === undefined) return brokenFrame('malformed');
  if (parts.overload !== undefined) return statusAnswer('overload');
  if (parts.underload !== undefined) return statusAnswer('underload');
  const { weight = '' } = parts;
  if (parts.unit === undefined && !weight.includes('.')) return brokenFrame('malformed');
  const mg = readDecimal(`${parts.sign === '-' ? '-' : ''}${weight}`, parts.unit ?? unit);
  if (typeof mg !== 'number') return mg;
  const isStable = parts.stable !== undefined ? true : parts.unstable !== undefined ? false : null;
  return weightAnswer(mg, { isStable, isNet: parts.net !== undefined });
}

/** Cuts and reads the lines of a scale by the pattern in its settings; one that cannot be read reads nothing. */
export function createGenericFramer(settings: ScaleSettings): ScaleFramer {
  const pattern = readLinePattern(settings.pattern ?? USUAL_PATTERN);
  return createLineFramer({
    read: (line) => (pattern.ok ? readGenericLine(line, pattern.value, settings) : brokenFrame('malformed')),
  });
}
