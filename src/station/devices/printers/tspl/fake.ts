import type { Dpi } from '#domain/labels/label-size.ts';
import {
  createSimulatedStreamPrinter,
  type PrinterCondition,
  type SimulatedPrinterOptions,
  type SimulatedStreamPrinter,
} from '../simulated-stream-printer.ts';
import { createTsplMachine } from './machine.ts';

/** A TSPL printer with a head of so many dpi, 203 unless told; it answers `ESC ! ?` and `~!T`. */
export function createSimulatedTsplPrinter(
  options: SimulatedPrinterOptions & { readonly dpi?: Dpi } = {},
): SimulatedStreamPrinter {
  const { dpi = 203 } = options;
  return createSimulatedStreamPrinter(
    {
      createMachine: () => createTsplMachine({ dpi }),
      answer: (question, condition) =>
        question === '~!T'
          ? Buffer.from('Simulated TSPL\r\n', 'latin1')
          : Uint8Array.of(statusByte(condition)),
    },
    options,
  );
}

function statusByte({ isHeadOpen, isPaperOut, isPaused }: PrinterCondition): number {
  return (isHeadOpen ? 0x01 : 0) + (isPaperOut ? 0x04 : 0) + (isPaused ? 0x10 : 0);
}
