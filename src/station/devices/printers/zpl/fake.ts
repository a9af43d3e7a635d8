import { createFaultyEnds, type Fault } from '../../sim/fault-plan.ts';
import type { DeviceEnd } from '../../sim/simulated-device.ts';
import type { SimulatedPrinter } from '../simulated-printer.ts';

export type SimulatedZplPrinterOptions = {
  /** Whether it answers `~HS` at all; many print servers do not. */
  readonly answersStatus?: boolean;
  /** Whether it says nothing while paper is out or the head is open, as current firmware does. */
  readonly isSilentInTrouble?: boolean;
  /** Labels left on the roll; paper is out after the last one. Endless unless told. */
  readonly labelsOnRoll?: number;
  readonly faults?: readonly Fault[];
};

const LABELS_KEPT = 1_000;
const FORMAT_LENGTH_MAX = 16 * 1024 * 1024;

/** A ZPL printer: takes formats, answers `~HS`, obeys `~JA`, and holds what it cannot print until it can. */
export function createSimulatedZplPrinter(options: SimulatedZplPrinterOptions = {}): SimulatedPrinter {
  const { answersStatus = true, isSilentInTrouble = false, faults = [] } = options;
  const withFaults = createFaultyEnds(faults);
  const ends = new Set<DeviceEnd>();
  const listeners = new Set<(label: Uint8Array) => void>();
  let labelsLeft = options.labelsOnRoll ?? Number.POSITIVE_INFINITY;
  let flags = { isPaperOut: labelsLeft <= 0, isHeadOpen: false, isPaused: false };
  let isTaking = true;
  let received = '';
  let questions = 0;
  let held: string[] = [];
  let printed: Uint8Array[] = [];

  const printHeld = () => {
    while (held.length > 0 && !flags.isPaperOut && !flags.isHeadOpen && !flags.isPaused) {
      const label = Buffer.from(held.shift() ?? '', 'latin1');
      printed = [...printed, label].slice(-LABELS_KEPT);
      labelsLeft -= 1;
      if (labelsLeft <= 0) flags = { ...flags, isPaperOut: true };
      for (const listener of listeners) listener(label);
    }
  };
  const setFlags = (change: Partial<typeof flags>) => {
    flags = { ...flags, ...change };
    printHeld();
  };
  const answerStatus = (end: DeviceEnd) => {
    questions += 1;
    if (!answersStatus || (isSilentInTrouble && (flags.isPaperOut || flags.isHeadOpen))) return;
    end.send(Buffer.from(hostStatus(flags, held.length, received.includes('^XA')), 'latin1'));
  };
  const forget = () => {
    received = '';
    held = [];
  };
  const take = (bytes: Uint8Array, end: DeviceEnd) => {
    received += Buffer.from(bytes).toString('latin1');
    for (;;) {
      const found = /~HS|~JA|\^XZ/.exec(received);
      if (found === null) break;
      const before = received.slice(0, found.index);
      const after = received.slice(found.index + 3);
      if (found[0] === '^XZ') {
        held.push(`${before}^XZ`);
        received = after;
        printHeld();
      } else if (found[0] === '~JA') {
        forget();
        received = after;
      } else {
        received = before + after;
        answerStatus(end);
      }
    }
    if (received.length > FORMAT_LENGTH_MAX) forget();
  };

  return {
    setPaperOut: (isPaperOut) => {
      if (!isPaperOut && labelsLeft <= 0) labelsLeft = Number.POSITIVE_INFINITY;
      setFlags({ isPaperOut });
    },
    setHeadOpen: (isHeadOpen) => setFlags({ isHeadOpen }),
    setPaused: (isPaused) => setFlags({ isPaused }),
    setTaking: (taking) => {
      isTaking = taking;
      for (const end of ends) end.setTaking(taking);
    },
    loseMemory: forget,
    questions: () => questions,
    labels: () => printed,
    onLabel: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: (line) => {
      const end = withFaults(line);
      ends.add(end);
      if (!isTaking) end.setTaking(false);
      return { receive: (bytes) => take(bytes, end), closed: () => ends.delete(end) };
    },
  };
}

type Flags = { readonly isPaperOut: boolean; readonly isHeadOpen: boolean; readonly isPaused: boolean };

function hostStatus(flags: Flags, waiting: number, isPartial: boolean): string {
  const bit = (value: boolean) => (value ? '1' : '0');
  const formats = String(Math.min(waiting, 999)).padStart(3, '0');
  const lines = [
    `030,${bit(flags.isPaperOut)},${bit(flags.isPaused)},1225,${formats},0,0,${bit(isPartial)},000,0,0,0`,
    `000,0,${bit(flags.isHeadOpen)},0,0,2,4,0,00000000,1,000`,
    '1234,0',
  ];
  return lines.map((line) => `\x02${line}\x03\r\n`).join('');
}
