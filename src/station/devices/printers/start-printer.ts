import type { DeviceAddress } from '#contract/device-address.ts';
import type { PrinterLanguage } from '#domain/labels/printer-language.ts';
import { addressFor, type PrinterSetup } from '../config.ts';
import { connectDevice, type StreamAddress } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { fileTransport } from '../transports/file.ts';
import type { Cable } from '../transports/sim.ts';
import type { Transport } from '../transports/transport.ts';
import { type UsbLpConnection, usbLpTransport } from '../transports/usb-lp.ts';
import { createFilePrinter } from './file/driver.ts';
import { fleetingNote, type HalfJobNote } from './half-job-note.ts';
import { type PrinterDriver, refused } from './label-printer.ts';
import { PRINTER_LANGUAGES } from './printer-languages.ts';
import { createQueuePrinter } from './queue/driver.ts';
import { cupsTarget, ippQueueTransport } from './queue/ipp-queue.ts';
import type { QueueConnection } from './queue/print-queue.ts';
import { windowsSpoolerTransport } from './queue/windows-spooler.ts';
import type { SimulatedPrinter } from './simulated-printer.ts';
import { usbModelOf } from './usb-model.ts';

/** A printer that is being watched, and what it can be told. */
export type StartedPrinter = Started<SimulatedPrinter> & Pick<PrinterDriver, 'print' | 'emptied'>;

/** Starts a printer, whatever kind of address it has; a folder (`file:DIR`) is one, too. */
export function startPrinter(
  { device, name, kind, at, language }: PrinterSetup,
  hooks: DevicesHooks,
): StartedPrinter {
  const place: Place = { device, ...(name === undefined ? {} : { name }), kind, at };
  const address = addressFor(place.kind, at);
  if ('code' in address) {
    return { ...unreachable(place, address, hooks), print: async () => refused('away', address.code) };
  }
  switch (address.scheme) {
    case 'file':
      return startFolder(place, address.directory, language, hooks);
    case 'spool':
      return startQueue(place, spoolTransport(address, language), hooks);
    case 'ipp': {
      const target = { printerUri: address.url, socketPath: null };
      const documentFormat = documentFormatOf(language, 'application/octet-stream');
      return startQueue(place, ippQueueTransport({ target, documentFormat }), hooks);
    }
    case 'usb-lp':
      return startUsbPrinter(place, address.path, language, hooks);
    default:
      return startOnLine(place, address, language, hooks);
  }
}

function startFolder(
  place: Place,
  directory: string,
  language: PrinterLanguage,
  hooks: DevicesHooks,
): StartedPrinter {
  const { extension } = PRINTER_LANGUAGES[language];
  const supervisor = superviseDevice(
    {
      ...place,
      transport: fileTransport(directory),
      createDriver: (report) => createFilePrinter({ report, extension }),
    },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: null, print: supervisor.driver.print };
}

/** The system's own queue: the Windows spooler, or CUPS. */
function spoolTransport(
  { queue, server }: Extract<DeviceAddress, { scheme: 'spool' }>,
  language: PrinterLanguage,
): Transport<QueueConnection> {
  if (process.platform === 'win32' && server === null) return windowsSpoolerTransport(queue);
  const documentFormat = documentFormatOf(language, 'application/vnd.cups-raw');
  return ippQueueTransport({ target: cupsTarget(queue, server), documentFormat });
}

/** Pictures and pages may be turned into what the printer takes; a printer's own language must be left alone. */
function documentFormatOf(language: PrinterLanguage, raw: string): string {
  switch (language) {
    case 'png':
      return 'image/png';
    case 'pdf':
      return 'application/pdf';
    default:
      return raw;
  }
}

function startQueue(
  place: Place,
  transport: Transport<QueueConnection>,
  hooks: DevicesHooks,
): StartedPrinter {
  const supervisor = superviseDevice(
    { ...place, transport, createDriver: (report) => createQueuePrinter({ report }) },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: null, print: supervisor.driver.print };
}

/** A printer port also says by its status lines that paper is out, which counts before any language is asked. */
function startUsbPrinter(
  place: Place,
  path: string,
  language: PrinterLanguage,
  hooks: DevicesHooks,
): StartedPrinter {
  const { createDriver } = PRINTER_LANGUAGES[language];
  const { monotonicMs } = hooks;
  const halfJob = halfJobOf(place, hooks);
  let port: UsbLpConnection | null = null;
  let model: string | null = null;
  const supervisor = superviseDevice<UsbLpConnection, PrinterDriver<UsbLpConnection>>(
    {
      ...place,
      transport: usbLpTransport({ path }),
      createDriver: (report) => {
        const driver = createDriver({
          report: (how) => report(model === null ? how : { technical: model, ...how }),
          monotonicMs,
          halfJob,
        });
        return {
          ...driver,
          opened: (opened) => {
            port = opened;
            model = usbModelOf(path);
            driver.opened(opened);
          },
          closed: (reason) => {
            port = null;
            driver.closed(reason);
          },
        };
      },
    },
    supervisorContext(hooks),
  );
  return {
    supervisor,
    simulated: null,
    print: async (job) => {
      const trouble = port?.trouble() ?? null;
      return trouble === null ? supervisor.driver.print(job) : refused(trouble);
    },
    emptied: () => supervisor.driver.emptied?.(),
  };
}

function startOnLine(
  place: Place,
  address: StreamAddress,
  language: PrinterLanguage,
  hooks: DevicesHooks,
): StartedPrinter {
  const { createDriver, createSimulated } = PRINTER_LANGUAGES[language];
  const line = connectDevice(address, createSimulated);
  const { monotonicMs } = hooks;
  const halfJob = halfJobOf(place, hooks);
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) =>
        createDriver({ report, monotonicMs, halfJob, hangsUpAfterJob: address.scheme === 'tcp' }),
    },
    supervisorContext(hooks),
  );
  const simulated = line.simulated === null ? null : losingMemoryUnplugged(line.simulated);
  const { print, emptied = () => undefined } = supervisor.driver;
  return { supervisor, simulated, print, emptied };
}

function halfJobOf({ device, at }: Place, { halfJobOf: noteOf = fleetingNote }: DevicesHooks): HalfJobNote {
  return noteOf(device, at);
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
