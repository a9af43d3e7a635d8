import { readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDeviceId } from './device-id.ts';

/** Where Linux shows the device ids of USB printers (`/sys/class/usbmisc/lp0/device/ieee1284_id`). */
const PORTS_FOLDER = '/sys/class/usbmisc';

/**
 * What the printer at a USB port (`/dev/usb/lp0`, or a link to it) says of itself: make, model and the languages it
 * understands. Null where the system does not tell; nothing is sent to the printer.
 */
export function usbModelOf(port: string, portsFolder: string = PORTS_FOLDER): string | null {
  try {
    const name = basename(realpathSync(port));
    const { manufacturer, model, languages } = parseDeviceId(
      readFileSync(join(portsFolder, name, 'device', 'ieee1284_id')),
    );
    const named = [manufacturer, model].filter((part) => part !== null).join(' ');
    if (named === '') return null;
    return languages.length === 0 ? named : `${named} (${languages.join(', ')})`;
  } catch {
    return null;
  }
}
