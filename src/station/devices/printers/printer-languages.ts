import type { PrinterLanguage } from '#domain/labels/printer-language.ts';
import { createSimulatedCpclPrinter } from './cpcl/fake.ts';
import { CPCL } from './cpcl/speech.ts';
import { createPrinterDriver } from './driver.ts';
import { createSimulatedEplPrinter } from './epl/fake.ts';
import { EPL } from './epl/speech.ts';
import { createSimulatedEscPosPrinter } from './escpos/fake.ts';
import { ESCPOS } from './escpos/speech.ts';
import type { CreatePrinterDriver } from './label-printer.ts';
import { createSimulatedPicturePrinter } from './picture/fake.ts';
import { createPdfMachine, createPngMachine } from './picture/machine.ts';
import { PICTURE } from './picture/speech.ts';
import type { PrinterSpeech } from './printer-speech.ts';
import type { SimulatedStreamPrinter } from './simulated-stream-printer.ts';
import { createSimulatedTsplPrinter } from './tspl/fake.ts';
import { TSPL } from './tspl/speech.ts';
import { createSimulatedZplPrinter } from './zpl/fake.ts';
import { ZPL } from './zpl/speech.ts';

type PrinterLanguageParts = {
  readonly createDriver: CreatePrinterDriver;
  readonly createSimulated: () => SimulatedStreamPrinter;
  /** The ending of a job's name when the printer is a folder. */
  readonly extension: string;
};

function parts(
  extension: string,
  speech: PrinterSpeech,
  createSimulated: () => SimulatedStreamPrinter,
): PrinterLanguageParts {
  return { extension, createSimulated, createDriver: (options) => createPrinterDriver(speech, options) };
}

/** How the bench talks to a printer of each language. A new one is a folder and a line here. */
export const PRINTER_LANGUAGES: Readonly<Record<PrinterLanguage, PrinterLanguageParts>> = {
  zpl: parts('zpl', ZPL, () => createSimulatedZplPrinter()),
  tspl: parts('tspl', TSPL, () => createSimulatedTsplPrinter()),
  epl: parts('epl', EPL, () => createSimulatedEplPrinter()),
  cpcl: parts('cpcl', CPCL, () => createSimulatedCpclPrinter()),
  escpos: parts('escpos', ESCPOS, () => createSimulatedEscPosPrinter()),
  png: parts('png', PICTURE, () => createSimulatedPicturePrinter(createPngMachine)),
  pdf: parts('pdf', PICTURE, () => createSimulatedPicturePrinter(createPdfMachine)),
};
