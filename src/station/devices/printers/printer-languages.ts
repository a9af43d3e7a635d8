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

/** Every printer language the bench speaks, by its name in the bench file. A new one is a folder and a line here. */
export const PRINTER_LANGUAGES = {
  zpl: {
    createDriver: createZplDriver,
    createSimulated: () => createSimulatedZplPrinter(),
    extension: 'zpl',
  },
} as const satisfies Record<string, PrinterLanguageParts>;

export type PrinterLanguage = keyof typeof PRINTER_LANGUAGES;
