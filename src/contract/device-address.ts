import { err, ok, type Result } from '#domain/result.ts';

/** Line settings of a serial port. */
export type SerialSettings = {
  readonly baud: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
  readonly flow: 'none' | 'rtscts' | 'xonxoff';
};

/** Where a device is, as the bench file names it. */
export type DeviceAddress =
  | { readonly scheme: 'serial'; readonly path: string; readonly settings: SerialSettings }
  | { readonly scheme: 'tcp'; readonly host: string; readonly port: number }
  /** A USB device of the HID class by its vendor and product, and its serial number where several are alike. */
  | {
      readonly scheme: 'hid';
      readonly vendorId: number;
      readonly productId: number;
      readonly serial: string | null;
    }
  | { readonly scheme: 'file'; readonly directory: string }
  /** A printer on the USB printer class of Linux. */
  | { readonly scheme: 'usb-lp'; readonly path: string }
  /** A queue of the system's own print service; `server` where it is CUPS on another computer. */
  | {
      readonly scheme: 'spool';
      readonly queue: string;
      readonly server: { host: string; port: number } | null;
    }
  /** A printer, or a queue of another computer, that speaks IPP. */
  | { readonly scheme: 'ipp'; readonly url: string }
  | { readonly scheme: 'sim'; readonly name: string };

export type AddressFailure = {
  readonly code: 'bad-address';
  readonly reason:
    | 'unknown-scheme'
    | 'missing-path'
    | 'missing-host'
    | 'missing-queue'
    | 'bad-port'
    | 'bad-usb-id'
    | 'unexpected-part'
    | 'unknown-option'
    | 'bad-option';
  readonly at: string;
  /** The part of the address that is wrong. */
  readonly part: string;
};

type AddressResult = Result<DeviceAddress, AddressFailure>;
type Parts = { readonly at: string; readonly rest: string };

const DEFAULT_SERIAL: SerialSettings = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' };

/**
 * Reads a device address: `serial:/dev/ttyUSB0?baud=9600` (also `bits`, `parity`, `stop`, `flow`; what is not told is as
 * in `serial`, or else 9600 8N1 without flow control), `hid:0922:8003` (vendor and product, hexadecimal; `?serial=`),
 * `usb-lp:/dev/usb/lp0`, `spool:QUEUE`, `ipp://host:port/path`, `tcp://host:port`, `file:DIR` or `sim:NAME`. Fails with the part that is wrong.
 */
export function parseDeviceAddress(at: string, serial: Partial<SerialSettings> = {}): AddressResult {
  const colon = at.indexOf(':');
  const parts = { at, rest: at.slice(colon + 1) };
  switch (colon < 0 ? '' : at.slice(0, colon).toLowerCase()) {
    case 'serial':
      return parseSerial(parts, { ...DEFAULT_SERIAL, ...serial });
    case 'tcp':
      return parseTcp(parts);
    case 'hid':
      return parseHid(parts);
    case 'file':
      return parseFile(parts);
    case 'usb-lp':
      return parseUsbLp(parts);
    case 'spool':
      return parseSpool(parts);
    case 'ipp':
    case 'ipps':
      return parseIpp(parts);
    case 'sim':
      return ok({ scheme: 'sim', name: parts.rest });
    default:
      return bad(at, 'unknown-scheme', colon < 0 ? at : at.slice(0, colon));
  }
}

function parseHid({ at, rest }: Parts): AddressResult {
  const mark = rest.indexOf('?');
  const id = mark < 0 ? rest : rest.slice(0, mark);
  const [, vendor = '', product = ''] = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(id) ?? [];
  if (vendor === '') return bad(at, 'bad-usb-id', id);
  let serial: string | null = null;
  for (const [name, value] of new URLSearchParams(mark < 0 ? '' : rest.slice(mark + 1))) {
    if (name !== 'serial') return bad(at, 'unknown-option', name);
    if (value === '') return bad(at, 'bad-option', `${name}=${value}`);
    serial = value;
  }
  return ok({
    scheme: 'hid',
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
    serial,
  });
}

function parseFile({ at, rest }: Parts): AddressResult {
  const directory = rest.startsWith('///') ? rest.slice(2) : rest;
  return directory === '' || directory.includes('\0')
    ? bad(at, 'missing-path', rest)
    : ok({ scheme: 'file', directory });
}

function parseUsbLp({ at, rest }: Parts): AddressResult {
  return rest === '' || rest.includes('\0')
    ? bad(at, 'missing-path', rest)
    : ok({ scheme: 'usb-lp', path: rest });
}

/** `spool:QUEUE`, or `spool:QUEUE?server=host:port` for the CUPS of another computer. */
function parseSpool({ at, rest }: Parts): AddressResult {
  const [name = '', options = ''] = rest.split('?', 2);
  const queue = decoded(name);
  if (queue === null || queue === '' || queue.includes('\0')) return bad(at, 'missing-queue', rest);
  let server: { host: string; port: number } | null = null;
  for (const [option, value] of new URLSearchParams(options)) {
    if (option !== 'server') return bad(at, 'unknown-option', option);
    const [, host = '', portText] = /^([^:\s/]+)(?::(\d{1,5}))?$/.exec(value) ?? [];
    const port = portText === undefined ? IPP_PORT : Number(portText);
    if (host === '' || port < 1 || port > 65_535) return bad(at, 'bad-option', `${option}=${value}`);
    server = { host, port };
  }
  return ok({ scheme: 'spool', queue, server });
}

/** The port of IPP (RFC 8010, 3.2). */
const IPP_PORT = 631;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function parseIpp({ at }: Parts): AddressResult {
  if (!URL.canParse(at) || /[\s\0]/.test(at)) return bad(at, 'missing-host', at);
  const url = new URL(at);
  if (url.hostname === '') return bad(at, 'missing-host', at);
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '')
    return bad(at, 'unexpected-part', url.search || url.hash || url.username);
  return ok({ scheme: 'ipp', url: url.href });
}

function parseTcp({ at, rest }: Parts): AddressResult {
  const found = /^\/\/(\[[0-9A-Fa-f:.%]+\]|[^/?#@:[\]\s]*)(?::([^/?#]*))?(.*)$/.exec(rest);
  if (found === null) return bad(at, 'unexpected-part', rest);
  const [, hostPart = '', portPart = '', tail = ''] = found;
  if (hostPart === '') return bad(at, 'missing-host', rest);
  if (tail !== '' && tail !== '/') return bad(at, 'unexpected-part', tail);
  const port = wholeNumber(portPart);
  if (port === null || port < 1 || port > 65_535) return bad(at, 'bad-port', portPart);
  return ok({ scheme: 'tcp', host: hostPart.replace(/^\[|\]$/g, ''), port });
}

function parseSerial({ at, rest }: Parts, defaults: SerialSettings): AddressResult {
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  if (path === '' || path.includes('\0')) return bad(at, 'missing-path', rest);
  let settings = defaults;
  for (const [name, value] of new URLSearchParams(mark < 0 ? '' : rest.slice(mark + 1))) {
    const read = SERIAL_OPTIONS[name];
    if (read === undefined) return bad(at, 'unknown-option', name);
    const change = read(value);
    if (change === null) return bad(at, 'bad-option', `${name}=${value}`);
    settings = { ...settings, ...change };
  }
  return ok({ scheme: 'serial', path, settings });
}

const SERIAL_OPTIONS: Readonly<Record<string, (value: string) => Partial<SerialSettings> | null>> = {
  baud: (value) => {
    const baud = wholeNumber(value);
    return baud !== null && baud >= 110 && baud <= 4_000_000 ? { baud } : null;
  },
  bits: (value) => (value === '7' ? { dataBits: 7 } : value === '8' ? { dataBits: 8 } : null),
  parity: (value) => (value === 'none' || value === 'even' || value === 'odd' ? { parity: value } : null),
  stop: (value) => (value === '1' ? { stopBits: 1 } : value === '2' ? { stopBits: 2 } : null),
  flow: (value) => (value === 'none' || value === 'rtscts' || value === 'xonxoff' ? { flow: value } : null),
};

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function bad(at: string, reason: AddressFailure['reason'], part: string): AddressResult {
  return err({ code: 'bad-address', reason, at, part });
}
