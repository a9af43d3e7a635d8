import type { FoundDevice, FoundDevices } from '#contract/found-device.ts';
import { type HidDevice, SCALE_PAGE, SCANNER_PAGE } from '../hid/hid-port.ts';
import {
  type DeviceLister,
  type ListedPort,
  type ListedPrinter,
  systemDeviceLister,
} from './device-lister.ts';
import { purposeOfUsb, usbId } from './known-usb.ts';

/**
 * What is plugged in and may be a scanner, a scale or a label printer, for a person to pick from. It is a list alone:
 * no device is opened, and none is written to.
 */
export async function findDevices(lister: DeviceLister = systemDeviceLister): Promise<FoundDevices> {
  const lists = await Promise.all([
    ask('serial', lister.serialPorts, (ports) => ports.map(fromPort)),
    ask('hid', lister.hidDevices, fromHid),
    ask('usb-printer', lister.usbPrinters, (printers) => printers.map(fromPrinter)),
  ]);
  return {
    devices: lists.flatMap(({ devices }) => devices),
    unseen: lists.flatMap(({ unseen }) => unseen),
  };
}

async function ask<Listed>(
  kind: FoundDevice['kind'],
  list: () => Promise<readonly Listed[]>,
  toFound: (listed: readonly Listed[]) => readonly FoundDevice[],
): Promise<FoundDevices> {
  try {
    return { devices: [...toFound(await list())], unseen: [] };
  } catch (cause) {
    return { devices: [], unseen: [{ kind, technical: String(cause) }] };
  }
}

function fromPort({ path, lastingPath, label, vendorId, productId }: ListedPort): FoundDevice {
  return {
    at: `serial:${lastingPath ?? path}`,
    kind: 'serial',
    purpose: vendorId === null || productId === null ? 'unknown' : purposeOfUsb(vendorId, productId),
    label,
    isUsable: true,
  };
}

function fromPrinter({ path, label }: ListedPrinter): FoundDevice {
  return { at: `usb-lp:${path}`, kind: 'usb-printer', purpose: 'label-printer', label, isUsable: true };
}

/** One for each device, however many interfaces it has; mice, keyboards and all the rest of HID are left out. */
function fromHid(listed: readonly HidDevice[]): readonly FoundDevice[] {
  const devices = Map.groupBy(
    listed.filter((device) => purposeOf(device) !== 'unknown'),
    ({ vendorId, productId, serial }) => `${usbId(vendorId, productId)} ${serial ?? ''}`,
  );
  const kinds = Map.groupBy([...devices.values()], ([first]) =>
    first === undefined ? '' : usbId(first.vendorId, first.productId),
  );
  return [...devices.values()].flatMap((interfaces) => {
    const device = interfaces.find(isPointOfSale) ?? interfaces[0];
    if (device === undefined) return [];
    const id = usbId(device.vendorId, device.productId);
    const isOneOfSeveral = (kinds.get(id)?.length ?? 0) > 1 && device.serial !== null;
    return [
      {
        at: isOneOfSeveral ? `hid:${id}?serial=${encodeURIComponent(device.serial ?? '')}` : `hid:${id}`,
        kind: 'hid',
        purpose: purposeOf(device),
        label: [device.manufacturer, device.product].filter((part) => part !== null).join(' '),
        isUsable: device.usagePage === null || isPointOfSale(device),
      },
    ];
  });
}

function isPointOfSale({ usagePage }: HidDevice): boolean {
  return usagePage === SCANNER_PAGE || usagePage === SCALE_PAGE;
}

function purposeOf({ usagePage, vendorId, productId }: HidDevice): FoundDevice['purpose'] {
  if (usagePage === SCANNER_PAGE) return 'scanner';
  return usagePage === SCALE_PAGE ? 'scale' : purposeOfUsb(vendorId, productId);
}
