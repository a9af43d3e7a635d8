import type { Bitmap } from '#domain/labels/bitmap.ts';
import { createFaultyEnds, type Fault } from '../sim/fault-plan.ts';
import type { DeviceEnd } from '../sim/simulated-device.ts';
import {
  createStreamInterpreter,
  type InterpretedEvent,
  type Machine,
} from './interpreter/stream-interpreter.ts';
import type { SimulatedPrinter } from './simulated-printer.ts';

/** What a simulated printer is told to do wrong. */
export type SimulatedPrinterOptions = {
  /** Whether it answers questions at all; many print servers do not. */
  readonly answersStatus?: boolean;
  /** Whether it says nothing while paper is out or the head is open, as current firmware does. */
  readonly isSilentInTrouble?: boolean;
  /** Labels left on the roll; paper is out after the last one. Endless unless told. */
  readonly labelsOnRoll?: number;
  readonly faults?: readonly Fault[];
};

/** How a simulated printer is at the moment it is asked. */
export type PrinterCondition = {
  readonly isPaperOut: boolean;
  readonly isHeadOpen: boolean;
  readonly isPaused: boolean;
  /** Labels read to their end and not printed. */
  readonly held: number;
  /** Whether it is in the middle of a label. */
  readonly isPartial: boolean;
};

/** A simulated printer that also shows what it drew and could not read. */
export type SimulatedStreamPrinter = SimulatedPrinter & {
  /** The dots of the labels that came out, where ours draws the language. */
  readonly bitmaps: () => readonly Bitmap[];
  readonly problems: () => readonly string[];
};

type Language = {
  readonly createMachine: () => Machine;
  readonly answer: (question: string, condition: PrinterCondition) => Uint8Array;
};

type Held = { readonly bytes: Uint8Array; readonly bitmap: Bitmap | null };

const KEPT = 1_000;

/** A printer without paper that reads one language: it holds what it cannot print until it can. */
export function createSimulatedStreamPrinter(
  { createMachine, answer }: Language,
  options: SimulatedPrinterOptions = {},
): SimulatedStreamPrinter {
  const { answersStatus = true, isSilentInTrouble = false, faults = [] } = options;
  const withFaults = createFaultyEnds(faults);
  const interpreter = createStreamInterpreter(createMachine);
  const ends = new Set<DeviceEnd>();
  const listeners = new Set<(label: Uint8Array) => void>();
  let labelsLeft = options.labelsOnRoll ?? Number.POSITIVE_INFINITY;
  let flags = { isPaperOut: labelsLeft <= 0, isHeadOpen: false, isPaused: false };
  let isTaking = true;
  let questions = 0;
  let held: Held[] = [];
  let printed: Held[] = [];
  let problems: string[] = [];

  const printHeld = () => {
    while (held.length > 0 && !flags.isPaperOut && !flags.isHeadOpen && !flags.isPaused) {
      const label = held.shift();
      if (label === undefined) return;
      printed = [...printed, label].slice(-KEPT);
      labelsLeft -= 1;
      if (labelsLeft <= 0) flags = { ...flags, isPaperOut: true };
      for (const listener of listeners) listener(label.bytes);
    }
  };
  const setFlags = (change: Partial<typeof flags>) => {
    flags = { ...flags, ...change };
    printHeld();
  };
  const answerTo = (question: string, end: DeviceEnd) => {
    questions += 1;
    if (!answersStatus || (isSilentInTrouble && (flags.isPaperOut || flags.isHeadOpen))) return;
    const bytes = answer(question, { ...flags, held: held.length, isPartial: interpreter.isPartial() });
    if (bytes.length > 0) end.send(bytes);
  };
  const happen = (event: InterpretedEvent, end: DeviceEnd) => {
    if (event.kind === 'label') {
      const { bytes, bitmap } = event;
      for (let copy = 0; copy < event.copies; copy += 1) held.push({ bytes, bitmap });
      printHeld();
    } else if (event.kind === 'question') answerTo(event.question, end);
    else if (event.kind === 'cancel') held = [];
    else problems = [...problems, event.text].slice(-KEPT);
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
    loseMemory: () => {
      interpreter.reset();
      held = [];
    },
    questions: () => questions,
    labels: () => printed.map(({ bytes }) => bytes),
    bitmaps: () => printed.flatMap(({ bitmap }) => (bitmap === null ? [] : [bitmap])),
    problems: () => problems,
    onLabel: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: (line) => {
      const end = withFaults(line);
      ends.add(end);
      if (!isTaking) end.setTaking(false);
      return {
        receive: (bytes) => {
          for (const event of interpreter.push(bytes)) happen(event, end);
        },
        closed: () => ends.delete(end),
      };
    },
  };
}
