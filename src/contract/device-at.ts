import { z } from 'zod';
import { type AddressFailure, parseDeviceAddress } from './device-address.ts';

const Address = z.string().min(1).max(500);

const AnyAt = Address.superRefine((at, context) => {
  const address = parseDeviceAddress(at);
  if (!address.ok) context.addIssue({ code: 'custom', message: whatIsWrong(address.error) });
});

/** Where a printer is: a folder and a print queue too. */
export const PrinterAt = AnyAt.superRefine((at, context) => {
  const address = parseDeviceAddress(at);
  if (address.ok && address.value.scheme === 'hid')
    context.addIssue({ code: 'custom', message: `"${at}" is a scanner or a scale: no printer can be one` });
});

/** What only a printer can be, by the scheme of its address. */
const onlyPrinters: Readonly<Record<string, string>> = {
  file: 'a folder',
  'usb-lp': 'a printer port',
  spool: 'a print queue',
  ipp: 'a print queue',
};

/** Where a scanner or a scale is. */
export const DeviceAt = AnyAt.superRefine((at, context) => {
  const address = parseDeviceAddress(at);
  const what = address.ok ? onlyPrinters[address.value.scheme] : undefined;
  if (what !== undefined)
    context.addIssue({ code: 'custom', message: `"${at}" is ${what}: only a printer can be one` });
});

function whatIsWrong({ at, part, reason }: AddressFailure): string {
  switch (reason) {
    case 'unknown-scheme':
      return `"${at}" is no device address: serial:/dev/…, tcp://host:port, hid:0922:8003, usb-lp:/dev/usb/lp0, spool:QUEUE, ipp://host/path, file:DIR or sim: is`;
    case 'missing-path':
      return `"${at}" names no ${at.toLowerCase().startsWith('file') ? 'folder' : 'port'}`;
    case 'missing-host':
      return `"${at}" names no host: tcp://host:port`;
    case 'missing-queue':
      return `"${at}" names no print queue: spool:QUEUE`;
    case 'bad-port':
      return `"${at}" needs a port from 1 to 65535: tcp://host:port`;
    case 'bad-usb-id':
      return `"${at}" needs the vendor and the product as four hexadecimal digits each: hid:0922:8003`;
    case 'unexpected-part':
      return at.toLowerCase().startsWith('tcp')
        ? `"${at}" is not of the form tcp://host:port`
        : `"${at}" has "${part}", which does not belong into such an address`;
    case 'unknown-option':
      return `"${at}" has the option "${part}": baud, bits, parity, stop and flow of a serial port are known, serial of a USB device, and server of a queue`;
    case 'bad-option':
      return `"${at}" has "${part}", which cannot be meant`;
  }
}
