import { describe, expect, it } from 'vitest';
import { parseDeviceAddress } from './device-address.ts';

describe('a device address', () => {
  it.each([
    [
      'serial:/dev/ttyUSB0?baud=4800&bits=7&parity=even&stop=2&flow=rtscts',
      {
        scheme: 'serial',
        path: '/dev/ttyUSB0',
        settings: { baud: 4800, dataBits: 7, parity: 'even', stopBits: 2, flow: 'rtscts' },
      },
    ],
    [
      'serial:COM3',
      {
        scheme: 'serial',
        path: 'COM3',
        settings: { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
      },
    ],
    ['tcp://127.0.0.1:7001', { scheme: 'tcp', host: '127.0.0.1', port: 7001 }],
    ['tcp://printer-3.local:9100/', { scheme: 'tcp', host: 'printer-3.local', port: 9100 }],
    ['tcp://[::1]:9100', { scheme: 'tcp', host: '::1', port: 9100 }],
    ['hid:0922:8003', { scheme: 'hid', vendorId: 0x0922, productId: 0x8003, serial: null }],
    ['hid:0C2E:0b61?serial=A1', { scheme: 'hid', vendorId: 0x0c2e, productId: 0x0b61, serial: 'A1' }],
    ['file:/var/labels', { scheme: 'file', directory: '/var/labels' }],
    ['file:///var/labels', { scheme: 'file', directory: '/var/labels' }],
    ['file:labels', { scheme: 'file', directory: 'labels' }],
    ['sim:', { scheme: 'sim', name: '' }],
  ])('%s is understood', (at, value) => {
    expect(parseDeviceAddress(at)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'unknown-scheme', ''],
    ['/dev/ttyUSB0', 'unknown-scheme', '/dev/ttyUSB0'],
    ['http://x:1', 'unknown-scheme', 'http'],
    ['serial:', 'missing-path', ''],
    ['serial:?baud=9600', 'missing-path', '?baud=9600'],
    ['serial:COM3?baud=fast', 'bad-option', 'baud=fast'],
    ['serial:COM3?speed=9600', 'unknown-option', 'speed'],
    ['serial:COM3?parity=mark', 'bad-option', 'parity=mark'],
    ['tcp://:9100', 'missing-host', '//:9100'],
    ['tcp://printer', 'bad-port', ''],
    ['tcp://printer:0', 'bad-port', '0'],
    ['tcp://printer:65536', 'bad-port', '65536'],
    ['tcp://printer:9100/queue', 'unexpected-part', '/queue'],
    ['tcp://user@printer:9100', 'unexpected-part', '@printer:9100'],
    ['tcp:printer:9100', 'unexpected-part', 'printer:9100'],
    ['file:', 'missing-path', ''],
    ['hid:', 'bad-usb-id', ''],
    ['hid:922:8003', 'bad-usb-id', '922:8003'],
    ['hid:0922:8003?path=1', 'unknown-option', 'path'],
    ['hid:0922:8003?serial=', 'bad-option', 'serial='],
  ])('%s is refused as %s', (at, reason, part) => {
    expect(parseDeviceAddress(at)).toEqual({ ok: false, error: { code: 'bad-address', reason, at, part } });
  });
});
