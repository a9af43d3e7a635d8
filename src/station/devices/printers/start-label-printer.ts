import { addressFor, type DevicesConfig } from '../config.ts';
import { connectDevice } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { fileTransport } from '../transports/file.ts';
import type { Cable } from '../transports/sim.ts';
import { createFilePrinter } from './file/driver.ts';
import { type PrinterDriver, refused } from './label-printer.ts';
import { PRINTER_LANGUAGES } from './printer-languages.ts';
import type { SimulatedPrinter } from './simulated-printer.ts';

/** A label printer that is being watched, and the one thing it does. */
export type StartedPrinter = Started<SimulatedPrinter> & { readonly print: PrinterDriver['print'] };

/** Starts the bench's label printer; a folder (`file:DIR`) is one, too. */
export function startLabelPrinter(
  { at, language }: NonNullable<DevicesConfig['labelPrinter']>,
  hooks: DevicesHooks,
): StartedPrinter {
  const place: Place = { device: 'label-printer', kind: 'label-printer', at };
  const { createDriver, createSimulated, extension } = PRINTER_LANGUAGES[language];
  const address = addressFor(place.kind, at);
  if ('code' in address) {
    return { ...unreachable(place, address, hooks), print: async () => refused('away', address.code) };
  }
  if (address.scheme === 'file') {
    const supervisor = superviseDevice(
      {
        ...place,
        transport: fileTransport(address.directory),
        createDriver: (report) => createFilePrinter({ report, extension }),
      },
      supervisorContext(hooks),
    );
    return { supervisor, simulated: null, print: supervisor.driver.print };
  }
  const line = connectDevice(address, createSimulated);
  const { monotonicMs } = hooks;
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) =>
        createDriver({ report, monotonicMs, hangsUpAfterJob: address.scheme === 'tcp' }),
    },
    supervisorContext(hooks),
  );
  const simulated = line.simulated === null ? null : losingMemoryUnplugged(line.simulated);
  return { supervisor, simulated, print: supervisor.driver.print };
}

/** On the screen there is one switch for a printer: without its cable it is without power, too. */
function losingMemoryUnplugged(printer: SimulatedPrinter & Cable): SimulatedPrinter & Cable {
  return {
    ...printer,
    unplug: () => {
      printer.unplug();
      printer.loseMemory();
    },
  };
}
