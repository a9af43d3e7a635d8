import { describe, expect, it } from 'vitest';
import { BenchFile } from './bench-file.ts';
import { type ScannerConfig, scannerAt, scannerName } from './scanner-config.ts';

const read = (scanners: readonly unknown[]) => BenchFile.safeParse({ bench: 'B1', scanners });
const wrongAt = (scanners: readonly unknown[]) =>
  read(scanners).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the scanners of a bench file', () => {
  it('are addresses, or addresses with a name, as they were written', () => {
    const scanners: ScannerConfig[] = ['sim:', { name: 'left hand', at: 'hid:0c2e:0b61?serial=1' }];
    expect(read(scanners).data?.scanners).toEqual(scanners);
    expect(scanners.map(scannerAt)).toEqual(['sim:', 'hid:0c2e:0b61?serial=1']);
    expect(scanners.map(scannerName)).toEqual([null, 'left hand']);
  });

  it('have names of their own', () => {
    const left = { name: 'left', at: 'sim:' };
    expect(wrongAt([left, 'sim:', { ...left, name: ' left ' }])).toEqual([
      ['scanners.2.name', 'the name "left" stands twice'],
    ]);
  });

  it('say what is wrong with an address, with a name or without', () => {
    const message =
      '"hid:922" needs the vendor and the product as four hexadecimal digits each: hid:0922:8003';
    expect(wrongAt(['hid:922'])).toEqual([['scanners.0', message]]);
    expect(wrongAt([{ name: 'left', at: 'hid:922' }])).toEqual([['scanners.0.at', message]]);
  });
});

it('a printer is no HID device, and a HID scale speaks the one protocol there is', () => {
  const printer = { at: 'hid:0922:8003', language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 };
  const file = (rest: object) => BenchFile.safeParse({ bench: 'B1', ...rest }).error?.issues[0]?.message;
  expect(file({ labelPrinter: printer })).toContain('no printer can be one');
  expect(file({ scale: { at: 'hid:0922:8003', protocol: 'mt-sics' } })).toContain('speaks hid-8d');
  expect(file({ scale: { at: 'hid:0922:8003', protocol: 'hid-8d' } })).toBeUndefined();
});
