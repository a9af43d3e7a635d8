import {
  createSimulatedStreamPrinter,
  type SimulatedPrinterOptions,
  type SimulatedStreamPrinter,
} from '../simulated-stream-printer.ts';
import { createCpclMachine } from './machine.ts';

/** A CPCL printer; it answers `ESC h`, and `ESC v` with its name. */
export function createSimulatedCpclPrinter(options: SimulatedPrinterOptions = {}): SimulatedStreamPrinter {
  return createSimulatedStreamPrinter(
    {
      createMachine: createCpclMachine,
      answer: (question, { isHeadOpen, isPaperOut, isPaused }) =>
        question === 'ESC v'
          ? Buffer.from('Simulated CPCL\0', 'latin1')
          : Uint8Array.of((isPaused ? 1 : 0) + (isPaperOut ? 2 : 0) + (isHeadOpen ? 4 : 0)),
    },
    options,
  );
}
