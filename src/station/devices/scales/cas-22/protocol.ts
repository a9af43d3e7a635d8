import { readAndLine } from '../and-standard/protocol.ts';
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

/**
 * Reads one line of a CAS indicator in its three formats (CI-600D manual p. 74, PDI p. 37, NT-200 p. 48): 22 bytes with
 * the indicator's id and a byte of lamps above 0x7f, 18 bytes as A&D's, or 10 bytes that are a bare number. A bare number
 * has a point and says neither its unit nor whether it stands still: a line of digits alone may be a scanned barcode.
 */
export function readCasLine(line: string, { unit }: Pick<ScaleSettings, 'unit'>): ScaleAnswer {
  const long = /^(ST|US|OL),(GS|NT),[\x20-\x7e][\x80-\xff],(.{8}) (kg| g|lb|oz|t )$/.exec(line);
  if (long !== null) {
    const [, header, form, value = '', ofFrame = ''] = long;
    if (header === 'OL') return statusAnswer('overload');
    const mg = readDecimal(value, ofFrame);
    return typeof mg === 'number'
      ? weightAnswer(mg, { isStable: header === 'ST', isNet: form === 'NT' })
      : mg;
  }
  if (line.length <= 8 && /^ *-?\d+\.\d+$/.test(line)) {
    const mg = readDecimal(line, unit);
    return typeof mg === 'number' ? weightAnswer(mg, { isStable: null }) : mg;
  }
  const short = readAndLine(line);
  return short.kind === 'status' && short.status === 'not_weight' ? brokenFrame('malformed') : short;
}

/** Cuts and reads a CAS indicator's lines. */
export function createCasLineFramer(settings: ScaleSettings): ScaleFramer {
  return createLineFramer({ read: (line) => readCasLine(line, settings), isSevenBit: false });
}
