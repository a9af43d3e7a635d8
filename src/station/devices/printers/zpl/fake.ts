import {
  createSimulatedStreamPrinter,
  type PrinterCondition,
  type SimulatedPrinterOptions,
  type SimulatedStreamPrinter,
} from '../simulated-stream-printer.ts';
import { createZplMachine } from './machine.ts';

export type SimulatedZplPrinterOptions = SimulatedPrinterOptions;

/** A ZPL printer: takes formats, answers `~HS` and `~HI`, obeys `~JA`, and holds what it cannot print until it can. */
export function createSimulatedZplPrinter(options: SimulatedZplPrinterOptions = {}): SimulatedStreamPrinter {
  return createSimulatedStreamPrinter(
    {
      createMachine: createZplMachine,
      answer: (question, condition) =>
        Buffer.from(question === '~HI' ? IDENTITY : hostStatus(condition), 'latin1'),
    },
    options,
  );
}

const IDENTITY = '\x02Simulated ZPL,V1.0,8,8192KB\x03\r\n';

function hostStatus({ isPaperOut, isHeadOpen, isPaused, held, isPartial }: PrinterCondition): string {
  const bit = (value: boolean) => (value ? '1' : '0');
  const formats = String(Math.min(held, 999)).padStart(3, '0');
  const lines = [
    `030,${bit(isPaperOut)},${bit(isPaused)},1225,${formats},0,0,${bit(isPartial)},000,0,0,0`,
    `000,0,${bit(isHeadOpen)},0,0,2,4,0,00000000,1,000`,
    '1234,0',
  ];
  return lines.map((line) => `\x02${line}\x03\r\n`).join('');
}
