import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { err, ok, type Result } from '#domain/result.ts';
import type { OpenFailure } from '../transports/transport.ts';
import type { HidDevice, HidHandlers, HidPort, OpenHidDevice } from './hid-port.ts';

/** The HID devices of this computer. The native part is loaded at the first use, so that a bench without one does not depend on it. */
export const systemHidPort: HidPort = { list, open };

async function list(): Promise<readonly HidDevice[]> {
  const { devicesAsync } = await import('node-hid');
  const found = await devicesAsync();
  return found.flatMap((device) =>
    device.path === undefined
      ? []
      : [
          {
            path: device.path,
            vendorId: device.vendorId,
            productId: device.productId,
            serial: device.serialNumber || null,
            manufacturer: device.manufacturer || null,
            product: device.product || null,
            usagePage: device.usagePage || null,
          },
        ],
  );
}

async function open(path: string, handlers: HidHandlers): Promise<Result<OpenHidDevice, OpenFailure>> {
  try {
    const { HIDAsync } = await import('node-hid');
    const device = await HIDAsync.open(path);
    let isOpen = true;
    device.on('error', (cause: unknown) => {
      if (!isOpen) return;
      isOpen = false;
      handlers.onGone(String(cause));
    });
    device.on('data', (report: Uint8Array) => {
      if (isOpen) handlers.onReport(report);
    });
    return ok({
      close: async () => {
        isOpen = false;
        await device.close();
      },
    });
  } catch (cause) {
    return err({ code: await whyNot(path, String(cause)), technical: String(cause) });
  }
}

/** The library says little of why; on Linux the device's node says whether it is the rights. */
async function whyNot(path: string, technical: string): Promise<OpenFailure['code']> {
  if (path.startsWith('/dev/')) {
    try {
      await access(path, constants.R_OK | constants.W_OK);
    } catch (cause) {
      return /EACCES|EPERM/.test(String(cause)) ? 'no-permission' : 'not-found';
    }
  }
  if (/permission/i.test(technical)) return 'no-permission';
  if (/exclusive|busy|in use|sharing|access is denied/i.test(technical)) return 'in-use';
  if (/no such|not found|cannot find/i.test(technical)) return 'not-found';
  return 'failed';
}
