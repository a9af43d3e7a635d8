import type { PrinterTrouble } from '../../health.ts';

/** Asks the printer how it is: Host Status Return (ZPL II Programming Guide, `~HS`). */
export const ASK_STATUS: Uint8Array = Buffer.from('~HS', 'latin1');

/** Throws away every format the printer still holds, also half a one (ZPL II Programming Guide, `~JA`). */
export const CANCEL_ALL: Uint8Array = Buffer.from('~JA', 'latin1');

/** The longest of the three status lines has about 45 characters. */
export const LINE_LENGTH_MAX = 128;

/** The parts of a `~HS` answer that say whether a label can come out. */
export type HostStatus = {
  readonly isPaperOut: boolean;
  readonly isPaused: boolean;
  readonly isBufferFull: boolean;
  readonly isFormatPartial: boolean;
  readonly isMemoryLost: boolean;
  readonly isTooHot: boolean;
  readonly isHeadOpen: boolean;
  readonly isRibbonOut: boolean;
  readonly formatsWaiting: number;
  readonly labelsLeft: number;
};

/** Gathers the three lines of an answer; every one is `STX fields ETX`. */
export type HostStatusReader = {
  /** Takes a line without its CR LF; the status once the answer is complete, else null. */
  readonly push: (line: string) => HostStatus | null;
  readonly reset: () => void;
};

const FIELDS_OF_LINE = [12, 11, 2] as const;

/** Reads `~HS` answers. A line that does not belong where it comes throws the whole answer away. */
export function createHostStatusReader(): HostStatusReader {
  let lines: string[][] = [];
  return {
    push: (line) => {
      const fields = fieldsOf(line);
      if (fields?.length === FIELDS_OF_LINE[0]) lines = [];
      if (fields === null || fields.length !== FIELDS_OF_LINE[lines.length]) {
        lines = [];
        return null;
      }
      lines.push(fields);
      if (lines.length < FIELDS_OF_LINE.length) return null;
      const [first = [], second = []] = lines;
      lines = [];
      return statusOf(first, second);
    },
    reset: () => {
      lines = [];
    },
  };
}

function fieldsOf(line: string): string[] | null {
  const begin = line.lastIndexOf('\x02');
  if (begin < 0 || !line.endsWith('\x03')) return null;
  const fields = line.slice(begin + 1, -1).split(',');
  return fields.every((field) => /^[0-9A-Za-z]+$/.test(field.trim())) ? fields : null;
}

function statusOf(first: readonly string[], second: readonly string[]): HostStatus {
  const flag = (fields: readonly string[], index: number) => fields[index]?.trim() === '1';
  const count = (fields: readonly string[], index: number) => Number.parseInt(fields[index] ?? '0', 10) || 0;
  return {
    isPaperOut: flag(first, 1),
    isPaused: flag(first, 2),
    formatsWaiting: count(first, 4),
    isBufferFull: flag(first, 5),
    isFormatPartial: flag(first, 7),
    isMemoryLost: flag(first, 9),
    isTooHot: flag(first, 11),
    isHeadOpen: flag(second, 2),
    // The ribbon sensor means something only in thermal transfer mode.
    isRibbonOut: flag(second, 3) && flag(second, 4),
    labelsLeft: count(second, 8),
  };
}

/** What keeps a label from coming out, the thing a person must mend first; null if nothing does. */
export function troubleOf(status: HostStatus): PrinterTrouble | null {
  if (status.isHeadOpen) return 'head-open';
  if (status.isPaperOut) return 'paper-out';
  if (status.isRibbonOut) return 'ribbon-out';
  if (status.isTooHot) return 'too-hot';
  if (status.isMemoryLost) return 'memory-lost';
  if (status.isPaused) return 'paused';
  if (status.isBufferFull) return 'buffer-full';
  return null;
}
