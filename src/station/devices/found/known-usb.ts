import type { FoundDevice } from '#contract/found-device.ts';

/** Makers of barcode scanners by their USB vendor ids: Honeywell and Metrologic (two), Zebra and Symbol, Datalogic and PSC. */
const SCANNER_VENDORS: readonly number[] = [0x0c2e, 0x23d0, 0x05e0, 0x05f9];

/** USB scales by vendor and product: Dymo, Stamps.com, Fairbanks, Mettler Toledo, Elane, Sanford, AccuPost. */
const SCALES: ReadonlySet<string> = new Set([
  '0922:8003',
  '0922:8004',
  '0922:8009',
  '1446:6a73',
  '2474:0550',
  '2474:3550',
  '0b67:555e',
  '0eb8:f000',
  '7b7c:0100',
  '6096:0158',
  '04d9:8010',
]);

/** Vendor and product as an address has them: `0922:8003`. */
export function usbId(vendorId: number, productId: number): string {
  const hex = (id: number) => id.toString(16).padStart(4, '0');
  return `${hex(vendorId)}:${hex(productId)}`;
}

/** What a USB device is for, by who made it; `unknown` for any other. */
export function purposeOfUsb(vendorId: number, productId: number): FoundDevice['purpose'] {
  if (SCALES.has(usbId(vendorId, productId))) return 'scale';
  return SCANNER_VENDORS.includes(vendorId) ? 'scanner' : 'unknown';
}
