import { decodePayload } from '../decode-payload.ts';
import { SCAN_LENGTH_MAX } from '../line/protocol.ts';

/** A report without its id, as scanners of the HID point-of-sale class send it; places counted from 0. */
export const REPORT_BYTES = 63;
/** How many bytes of the code this report holds. */
const LENGTH_AT = 0;
/** The AIM symbology identifier, `]` and two characters (ISO/IEC 15424); zeros where it is switched off. */
const AIM_AT = 1;
const DATA_AT = 4;
/** The data ends where the maker's own code id stands. */
export const DATA_BYTES = 56;
/** Not zero: the code goes on in the next report. */
const CONTINUED_AT = 62;
const BRACKET = 0x5d;

export type HidPosFramer = {
  /** Takes one report; the code that it completes, with its AIM identifier in front, or null. */
  readonly push: (report: Uint8Array) => string | null;
  /** Whether the rest of a code is still to come. */
  readonly isUnfinished: () => boolean;
  /** Forgets a code that has begun. */
  readonly reset: () => void;
};

type Part = { readonly aim: string; readonly data: Uint8Array; readonly isContinued: boolean };

/**
 * Puts the reports of a scanner together to codes. A report that cannot be one takes the code that has begun with it: half
 * a code is never read as a shorter one.
 */
export function createHidPosFramer(lengthMax: number = SCAN_LENGTH_MAX): HidPosFramer {
  let begun: { readonly aim: string; bytes: number[] } | null = null;
  /** What comes of a code whose beginning was broken is thrown away up to its last report. */
  let isLost = false;

  const reset = () => {
    begun = null;
    isLost = false;
  };
  const loseRest = (isMoreToCome: boolean): null => {
    reset();
    isLost = isMoreToCome;
    return null;
  };
  return {
    isUnfinished: () => begun !== null || isLost,
    reset,
    push: (report) => {
      const part = readReport(report);
      if (part === null) return loseRest(begun !== null || isLost);
      if (isLost) return loseRest(part.isContinued);
      // Another symbology in the middle is another code: the end of the one before was never sent.
      if (begun !== null && part.aim !== '' && part.aim !== begun.aim) begun = null;
      begun ??= { aim: part.aim, bytes: [] };
      if (begun.bytes.length + part.data.length > lengthMax) return loseRest(part.isContinued);
      begun.bytes.push(...part.data);
      if (part.isContinued) return null;
      const { aim, bytes } = begun;
      begun = null;
      const text = decodePayload(Uint8Array.from(bytes)).replace(/[\r\n\t]+$/, '');
      return text === '' ? null : aim + text;
    },
  };
}

/** Null for what is no report of a scanner. Some systems leave the report's id in front: then every place is one later. */
function readReport(report: Uint8Array): Part | null {
  const shift = shiftOf(report);
  const at = (place: number) => report[place + shift] ?? 0;
  const length = at(LENGTH_AT);
  if (report.length < REPORT_BYTES + shift || length > DATA_BYTES) return null;
  const aim = String.fromCharCode(at(AIM_AT), at(AIM_AT + 1), at(AIM_AT + 2));
  return {
    aim: /^\][A-Za-z][0-9A-Za-z]$/.test(aim) ? aim : '',
    data: report.slice(DATA_AT + shift, DATA_AT + shift + length),
    isContinued: at(CONTINUED_AT) !== 0,
  };
}

/** The bracket of the AIM identifier says where the report begins; where there is none, its length does. */
function shiftOf(report: Uint8Array): 0 | 1 {
  if (report[AIM_AT] === BRACKET) return 0;
  if (report[AIM_AT + 1] === BRACKET) return 1;
  return report.length > REPORT_BYTES ? 1 : 0;
}
