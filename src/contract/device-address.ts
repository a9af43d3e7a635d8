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
  | { readonly scheme: 'file'; readonly directory: string }
  | { readonly scheme: 'sim'; readonly name: string };

export type AddressFailure = {
  readonly code: 'bad-address';
  readonly reason:
    | 'unknown-scheme'
    | 'missing-path'
    | 'missing-host'
    | 'bad-port'
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
 * in `serial`, or else 9600 8N1 without flow control), `tcp://host:port`, `file:DIR` or `sim:NAME`. Fails with the part that is wrong.
 */
export function parseDeviceAddress(at: string, serial: Partial<SerialSettings> = {}): AddressResult {
  const colon = at.indexOf(':');
  const parts = { at, rest: at.slice(colon + 1) };
  switch (colon < 0 ? '' : at.slice(0, colon).toLowerCase()) {
    case 'serial':
      return parseSerial(parts, { ...DEFAULT_SERIAL, ...serial });
    case 'tcp':
      return parseTcp(parts);
    case 'file':
      return parseFile(parts);
    case 'sim':
      return ok({ scheme: 'sim', name: parts.rest });
    default:
      return bad(at, 'unknown-scheme', colon < 0 ? at : at.slice(0, colon));
  }
}

function parseFile({ at, rest }: Parts): AddressResult {
  const directory = rest.startsWith('///') ? rest.slice(2) : rest;
  return directory === '' || directory.includes('\0')
    ? bad(at, 'missing-path', rest)
    : ok({ scheme: 'file', directory });
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
