import type { PrinterLanguage } from '#domain/labels/printer-language.ts';
import type { CreatePrinterDriver } from './label-printer.ts';
import type { SimulatedPrinter } from './simulated-printer.ts';
import { createZplDriver } from './zpl/driver.ts';
import { createSimulatedZplPrinter } from './zpl/fake.ts';

type PrinterLanguageParts = {
  readonly createDriver: CreatePrinterDriver;
  readonly createSimulated: () => SimulatedPrinter;
  /** The ending of a job's name when the printer is a folder. */
  readonly extension: string;
};

/** How the bench talks to a printer of each language. A new one is a folder and a line here. */
export const PRINTER_LANGUAGES: Readonly<Record<PrinterLanguage, PrinterLanguageParts>> = {
  zpl: {
    createDriver: createZplDriver,
    createSimulated: () => createSimulatedZplPrinter(),
    extension: 'zpl',
  },
};
