import type { Machine } from '../interpreter/stream-interpreter.ts';
import { createSimulatedStreamPrinter, type SimulatedStreamPrinter } from '../simulated-stream-printer.ts';

/** A printer that takes whole files; `createMachine` knows where one ends. */
export function createSimulatedPicturePrinter(createMachine: () => Machine): SimulatedStreamPrinter {
  return createSimulatedStreamPrinter({ createMachine, answer: () => new Uint8Array(0) });
}
