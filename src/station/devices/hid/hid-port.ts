import type { Result } from '#domain/result.ts';
import type { OpenFailure } from '../transports/transport.ts';

/** The usage page of barcode scanners (USB HID Point of Sale Usage Tables 1.02). */
export const SCANNER_PAGE = 0x8c;
/** The usage page of scales (same tables). */
export const SCALE_PAGE = 0x8d;

/** One interface of a USB device of the HID class, as the system lists it. */
export type HidDevice = {
  /** What the system opens it by; another one after each plugging in. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
  readonly manufacturer: string | null;
  readonly product: string | null;
  /** What it is for; null where the system does not say. */
  readonly usagePage: number | null;
};

export type HidHandlers = {
  /** One report, with its id in front where the device numbers its reports. */
  readonly onReport: (report: Uint8Array) => void;
  /** It can no longer be read: unplugged, or switched itself off. Called at most once, and not after `close`. */
  readonly onGone: (technical: string) => void;
};

/** An open device; settles when the system has let go of it: one that is not closed cannot be opened again. */
export type OpenHidDevice = { readonly close: () => Promise<void> };

/** The system's HID devices. Listing opens none of them. */
export type HidPort = {
  /** Empty where the system has none; throws where it cannot be asked. */
  readonly list: () => Promise<readonly HidDevice[]>;
  readonly open: (path: string, handlers: HidHandlers) => Promise<Result<OpenHidDevice, OpenFailure>>;
};
