import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';
import { mgFromDigits, type WeightUnit } from '../weight-units.ts';

/** The report that carries the weight (USB HID usage tables, Scales page 0x8D, Scale Data Report). */
const WEIGHT_REPORT = 0x03;
const REPORT_LENGTH = 6;

const UNITS: ReadonlyMap<number, WeightUnit> = new Map([
  [1, 'mg'],
  [2, 'g'],
  [3, 'kg'],
  [8, 't'],
  [11, 'oz'],
  [12, 'lb'],
]);

export type HidScaleSettings = {
  /** It may leave status, unit and power of ten empty, and means tenths of an ounce then (Stamps.com 510). */
  readonly isTenthOunces: boolean;
};

/** A report comes whole; its framer reads each portion as one. Some systems strip the report's id. */
export function createHidScaleFramer(settings: HidScaleSettings = { isTenthOunces: false }): ScaleFramer {
  return {
    push: (bytes) => {
      const body = bytes.length === REPORT_LENGTH - 1 ? bytes : bytes.subarray(1);
      const isWeight = bytes.length === REPORT_LENGTH - 1 || bytes[0] === WEIGHT_REPORT;
      if (bytes.length < REPORT_LENGTH - 1 || !isWeight) return [brokenFrame('malformed')];
      return [settings.isTenthOunces ? (readBareReport(body) ?? readReport(body)) : readReport(body)];
    },
    pause: () => [],
    reset: () => undefined,
  };
}

/** A report with nothing but the number in it; whether it stands still, its course must say. Null for any other. */
function readBareReport([
  status = 0,
  unitCode = 0,
  exponent = 0,
  low = 0,
  high = 0,
]: Uint8Array): ScaleAnswer | null {
  if (status !== 0 || unitCode !== 0 || exponent !== 0) return null;
  const mg = mgFromDigits(low | (high << 8), -1, 'oz');
  return mg === null ? null : weightAnswer(mg, { isStable: null });
}

/** Status, unit, power of ten and weight, low byte first. Troy ounces, grains and the like weigh no parcel. */
function readReport(body: Uint8Array): ScaleAnswer {
  const [status = 0, unitCode = 0, exponent = 0, low = 0, high = 0] = body;
  switch (status) {
    case 1:
      return statusAnswer('error');
    case 6:
      return statusAnswer('overload');
    case 7:
      return statusAnswer('needs_calibration');
    case 8:
      return statusAnswer('needs_rezero');
  }
  const unit = UNITS.get(unitCode);
  if (status < 1 || status > 8 || unit === undefined)
    return brokenFrame(unitCode >= 1 && unitCode <= 12 ? 'wrong-unit' : 'malformed');
  const mg = mgFromDigits(low | (high << 8), (exponent << 24) >> 24, unit);
  if (mg === null) return brokenFrame('malformed');
  // Under zero the weight is a magnitude.
  return weightAnswer(status === 5 && mg !== 0 ? -mg : mg, { isStable: status !== 3 });
}
