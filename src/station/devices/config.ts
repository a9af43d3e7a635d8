import {
  type AddressFailure,
  type DeviceAddress,
  parseDeviceAddress,
  type SerialSettings,
} from '#contract/device-address.ts';
import type { ScaleConfig } from '#contract/scale-config.ts';
import type { ScannerConfig } from '#contract/scanner-config.ts';
import type { PrinterLanguage } from '#domain/labels/printer-language.ts';
import type { StreamAddress } from './connect-device.ts';
import type { DeviceKind } from './health.ts';

/** One printer with its id at the bench, and the name that people gave it. */
export type PrinterSetup = {
  readonly device: string;
  readonly name?: string | undefined;
  readonly kind: 'label-printer' | 'document-printer';
  readonly at: string;
  readonly language: PrinterLanguage;
};

/** The devices of a bench as its bench file names them; addresses as in `parseDeviceAddress`. */
export type DevicesConfig = {
  readonly scanners: readonly ScannerConfig[];
  readonly scale: ScaleConfig | null;
  /** The label printer and those that take over for it, in order; then the printer of documents. */
  readonly printers: readonly PrinterSetup[];
};

export type DeviceFailure =
  | AddressFailure
  | { readonly code: 'wrong-transport'; readonly at: string; readonly kind: DeviceKind };

/**
 * The device's address; or why a device of this kind cannot be reached there (only printers print into folders, and none is a
 * USB HID device).
 * `serial` is how its port is set where the address does not say.
 */
export function addressFor(
  kind: DeviceKind,
  at: string,
  serial: Partial<SerialSettings> = {},
): DeviceAddress | DeviceFailure {
  const parsed = parseDeviceAddress(at, serial);
  if (!parsed.ok) return parsed.error;
  const isPrinter = kind === 'label-printer' || kind === 'document-printer';
  if (parsed.value.scheme === 'file' ? !isPrinter : parsed.value.scheme === 'hid' && isPrinter)
    return { code: 'wrong-transport', at, kind };
  return parsed.value;
}

/** The address of a scanner or a scale, which speak in bytes or reports; or why it cannot be reached there. */
export function streamAddressFor(
  kind: DeviceKind,
  at: string,
  serial: Partial<SerialSettings> = {},
): StreamAddress | DeviceFailure {
  const address = addressFor(kind, at, serial);
  if ('code' in address) return address;
  switch (address.scheme) {
    case 'serial':
    case 'tcp':
    case 'hid':
    case 'sim':
      return address;
    default:
      return { code: 'wrong-transport', at, kind };
  }
}
