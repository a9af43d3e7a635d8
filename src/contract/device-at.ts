import { z } from 'zod';
import { type AddressFailure, parseDeviceAddress } from './device-address.ts';

const Address = z.string().min(1).max(500);

/** Where a label printer is: any address, a folder too. */
export const PrinterAt = Address.superRefine((at, context) => {
  const address = parseDeviceAddress(at);
  if (!address.ok) context.addIssue({ code: 'custom', message: whatIsWrong(address.error) });
});

/** Where a scanner or a scale is. */
export const DeviceAt = PrinterAt.superRefine((at, context) => {
  const address = parseDeviceAddress(at);
  if (address.ok && address.value.scheme === 'file')
    context.addIssue({ code: 'custom', message: `"${at}" is a folder: only a printer can be one` });
});

function whatIsWrong({ at, part, reason }: AddressFailure): string {
  switch (reason) {
    case 'unknown-scheme':
      return `"${at}" is no device address: serial:/dev/…, tcp://host:port, file:DIR or sim: is`;
    case 'missing-path':
      return `"${at}" names no ${at.toLowerCase().startsWith('file') ? 'folder' : 'port'}`;
    case 'missing-host':
      return `"${at}" names no host: tcp://host:port`;
    case 'bad-port':
      return `"${at}" needs a port from 1 to 65535: tcp://host:port`;
    case 'unexpected-part':
      return `"${at}" is not of the form tcp://host:port`;
    case 'unknown-option':
      return `"${at}" has the option "${part}": baud, bits, parity, stop and flow are known`;
    case 'bad-option':
      return `"${at}" has "${part}", which no serial port is set to`;
  }
}
