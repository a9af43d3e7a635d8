import {
  createSimulatedStreamPrinter,
  type PrinterCondition,
  type SimulatedPrinterOptions,
  type SimulatedStreamPrinter,
} from '../simulated-stream-printer.ts';
import { createEscPosMachine } from './machine.ts';

/** An ESC/POS label printer; it answers `DLE EOT 1` to `4` and `GS I 67`. */
export function createSimulatedEscPosPrinter(
  options: SimulatedPrinterOptions & { readonly widthDots?: number } = {},
): SimulatedStreamPrinter {
  const { widthDots } = options;
  return createSimulatedStreamPrinter(
    {
      createMachine: () => createEscPosMachine(widthDots === undefined ? {} : { widthDots }),
      answer: (question, condition) => answerOf(question, condition),
    },
    options,
  );
}

function answerOf(question: string, { isHeadOpen, isPaperOut, isPaused }: PrinterCondition): Uint8Array {
  const isOffline = isHeadOpen || isPaperOut || isPaused;
  switch (question) {
    case 'DLE EOT 1':
      return Uint8Array.of(0x12 + (isOffline ? 0x08 : 0));
    case 'DLE EOT 2':
      return Uint8Array.of(0x12 + (isHeadOpen ? 0x04 : 0) + (isPaperOut ? 0x20 : 0));
    case 'DLE EOT 3':
      return Uint8Array.of(0x12);
    case 'DLE EOT 4':
      return Uint8Array.of(0x12 + (isPaperOut ? 0x60 : 0));
    case 'GS I 67':
      return Buffer.from('_Simulated ESC/POS\0', 'latin1');
    default:
      return new Uint8Array(0);
  }
}
