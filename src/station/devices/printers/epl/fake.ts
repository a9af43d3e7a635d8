import {
  createSimulatedStreamPrinter,
  type SimulatedPrinterOptions,
  type SimulatedStreamPrinter,
} from '../simulated-stream-printer.ts';
import { createEplMachine } from './machine.ts';

/** An EPL2 printer; it is asked nothing and answers nothing. */
export function createSimulatedEplPrinter(options: SimulatedPrinterOptions = {}): SimulatedStreamPrinter {
  return createSimulatedStreamPrinter(
    { createMachine: createEplMachine, answer: () => new Uint8Array(0) },
    options,
  );
}
