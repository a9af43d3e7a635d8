import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HidPort } from '../hid/hid-port.ts';
import { systemHidPort } from '../hid/system-hid-port.ts';
import { usbModelOf } from '../printers/usb-model.ts';

/** A serial port as the system lists it. */
export type ListedPort = {
  readonly path: string;
  /** A path that stays the same wherever it is plugged in; null where the system has none. */
  readonly lastingPath: string | null;
  readonly label: string;
  readonly vendorId: number | null;
  readonly productId: number | null;
};

export type ListedPrinter = { readonly path: string; readonly label: string };

/** What is asked for what is plugged in. None of it opens a device; each may throw what the system says. */
export type DeviceLister = {
  readonly serialPorts: () => Promise<readonly ListedPort[]>;
  readonly hidDevices: HidPort['list'];
  readonly usbPrinters: () => Promise<readonly ListedPrinter[]>;
};

const BY_ID = '/dev/serial/by-id';
const USB_PRINTERS = '/dev/usb';

/** This computer. */
export const systemDeviceLister: DeviceLister = {
  serialPorts: async () => {
    const { SerialPort } = await import('serialport');
    const [ports, lasting] = await Promise.all([SerialPort.list(), lastingPaths()]);
    const real = await Promise.all(ports.map(async (port) => ((await hasHardware(port.path)) ? [port] : [])));
    return real.flat().map(({ path, manufacturer, pnpId, vendorId, productId, ...rest }) => ({
      path,
      lastingPath: lasting.get(path) ?? null,
      label:
        'friendlyName' in rest && typeof rest.friendlyName === 'string'
          ? rest.friendlyName
          : [manufacturer, modelIn(pnpId)].filter((part) => part !== undefined && part !== '').join(', '),
      vendorId: fromHex(vendorId),
      productId: fromHex(productId),
    }));
  },
  hidDevices: systemHidPort.list,
  usbPrinters: async () =>
    (await namesIn(USB_PRINTERS))
      .filter((name) => /^lp\d+$/.test(name))
      .map((name) => ({ path: join(USB_PRINTERS, name), label: usbModelOf(join(USB_PRINTERS, name)) ?? '' })),
};

/** Linux names a USB port's model in its lasting name only: `usb-Honeywell_Voyager_1450-if00`. */
function modelIn(pnpId: string | undefined): string | undefined {
  return pnpId
    ?.replace(/^usb-/, '')
    .replace(/-(if|port)\d+.*$/, '')
    .replaceAll('_', ' ');
}

function fromHex(text: string | undefined): number | null {
  return text !== undefined && /^[0-9a-f]{1,4}$/i.test(text) ? Number.parseInt(text, 16) : null;
}

/** Linux lists 32 ports on the board whether they are there or not; of those that are not it knows no type. */
async function hasHardware(path: string): Promise<boolean> {
  if (!/^\/dev\/ttyS\d+$/.test(path)) return true;
  try {
    return (await readFile(`/sys/class/tty/${basename(path)}/type`, 'utf8')).trim() !== '0';
  } catch {
    return true;
  }
}

async function lastingPaths(): Promise<ReadonlyMap<string, string>> {
  const links = (await namesIn(BY_ID)).map((name) => join(BY_ID, name));
  const ends = await Promise.all(
    links.map(async (link) => [await realpath(link).catch(() => link), link] as const),
  );
  return new Map(ends);
}

/** Empty where there is no such folder: then nothing of the kind is plugged in. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
}
