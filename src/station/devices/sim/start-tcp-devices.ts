import type { SimulatedPrinter } from '../printers/simulated-printer.ts';
import type { SimulatedStreamPrinter } from '../printers/simulated-stream-printer.ts';
import { createSimulatedZplPrinter, type SimulatedZplPrinterOptions } from '../printers/zpl/fake.ts';
import { createSimulatedMtSicsScale, type SimulatedMtSicsScaleOptions } from '../scales/mt-sics/fake.ts';
import type { SimulatedScale } from '../scales/simulated-scale.ts';
import {
  createSimulatedScanner,
  type SimulatedScanner,
  type SimulatedScannerOptions,
} from '../scanners/line/fake.ts';
import { startTcpDevice, type TcpDevice, type TcpDeviceOptions } from './tcp-device.ts';

/** A simulated scanner behind a TCP port (`scan` sends to whoever is connected). */
export async function startTcpScanner(
  options: SimulatedScannerOptions & TcpDeviceOptions = {},
): Promise<SimulatedScanner & TcpDevice> {
  const scanner = createSimulatedScanner(options);
  return { ...scanner, ...(await startTcpDevice(scanner, options)) };
}

/** A simulated MT-SICS scale behind a TCP port. */
export async function startTcpScale(
  options: SimulatedMtSicsScaleOptions & TcpDeviceOptions = {},
): Promise<SimulatedScale & TcpDevice> {
  const scale = createSimulatedMtSicsScale(options);
  return { ...scale, ...(await startTcpDevice(scale, options)) };
}

/** A simulated ZPL printer behind a TCP port. */
export function startTcpPrinter(
  options: SimulatedZplPrinterOptions & TcpDeviceOptions = {},
): Promise<SimulatedStreamPrinter & TcpDevice> {
  return putPrinterOnTcp(createSimulatedZplPrinter(options), options);
}

/** Puts a simulated printer of any language behind a TCP port; switching it off also makes it forget what it held. */
export async function putPrinterOnTcp<Printer extends SimulatedPrinter>(
  printer: Printer,
  options: TcpDeviceOptions = {},
): Promise<Printer & TcpDevice> {
  const device = await startTcpDevice(printer, options);
  const powerOff = async () => {
    await device.powerOff();
    printer.loseMemory();
  };
  return { ...printer, ...device, powerOff };
}
