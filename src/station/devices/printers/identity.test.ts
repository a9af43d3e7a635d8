import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CPCL_IDENTITY } from './cpcl/identity.ts';
import { parseDeviceId } from './device-id.ts';
import { ESCPOS_IDENTITY } from './escpos/identity.ts';
import type { IdentityLanguage } from './identity.ts';
import { TSPL_IDENTITY } from './tspl/identity.ts';
import { usbModelOf } from './usb-model.ts';
import { ZPL_IDENTITY } from './zpl/identity.ts';

const LANGUAGES: readonly (readonly [string, IdentityLanguage, string, string])[] = [
  ['ZPL', ZPL_IDENTITY, '\x02ZD421-203dpi,V84.20.23Z,8,65536KB\x03\r\n', 'ZD421-203dpi V84.20.23Z'],
  ['TSPL', TSPL_IDENTITY, 'TTP-244 Plus\r\n', 'TTP-244 Plus'],
  ['CPCL', CPCL_IDENTITY, 'QLN420\r\nV68.19 12345\0', 'QLN420 V68.19 12345'],
  ['ESC/POS', ESCPOS_IDENTITY, '_TM-L90\0', 'TM-L90'],
];

describe.each(LANGUAGES)('a %s printer says what it is', (_, language, answer, model) => {
  it('in one answer, which is none before its end', () => {
    const bytes = Buffer.from(answer, 'latin1');
    expect(language.read(bytes)).toBe(model);
    for (let cut = 0; cut < answer.trimEnd().length; cut += 1) {
      expect(language.read(bytes.subarray(0, cut))).toBeNull();
    }
  });

  it('in printable text, whatever it sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(language.read(bytes) ?? 'none').toMatch(/^[ -~]{1,80}$/);
      }),
    );
  });
});

describe('a USB printer says in its device id', () => {
  const read = (text: string) => parseDeviceId(Buffer.from(text, 'latin1'));

  it.each([
    [
      '\x00\x66MFG:Zebra Technologies ;CMD:ZPL;MDL:ZTC ZD421-203dpi ZPL;CLS:PRINTER;OPT:XML;',
      { manufacturer: 'Zebra Technologies', model: 'ZTC ZD421-203dpi ZPL', languages: ['zpl'] },
    ],
    [
      'MANUFACTURER:TSC;MODEL:TTP-244 Pro;COMMAND SET:TSPL2,EPL2;CLASS:PRINTER;',
      { manufacturer: 'TSC', model: 'TTP-244 Pro', languages: ['tspl', 'epl'] },
    ],
    [
      '\x00\x40MFG:EPSON;CMD:ESC/POS;MDL:TM-L90;CLS:PRINTER;',
      { manufacturer: 'EPSON', model: 'TM-L90', languages: ['escpos'] },
    ],
    [
      'MFG:HP;MDL:LaserJet;CMD:PJL,PCL,PDF,PCL,PDF;',
      { manufacturer: 'HP', model: 'LaserJet', languages: ['pdf'] },
    ],
    ['', { manufacturer: null, model: null, languages: [] }],
  ])('what it is and what it understands: %s', (text, id) => {
    expect(read(text)).toEqual(id);
  });

  it('and no bytes at all break the reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseDeviceId(bytes);
      }),
    );
  });
});

describe('the printer at a USB port', () => {
  it('is named by what the system read from it, and unknown where the system has nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usb-ports-'));
    try {
      const port = join(folder, 'lp0');
      writeFileSync(port, '');
      mkdirSync(join(folder, 'sys/lp0/device'), { recursive: true });
      expect(usbModelOf(port, join(folder, 'sys'))).toBeNull();
      writeFileSync(
        join(folder, 'sys/lp0/device/ieee1284_id'),
        'MFG:TSC;CMD:TSPL,EPL2;MDL:TTP-244 Pro;CLS:PRINTER;\n',
      );
      expect(usbModelOf(port, join(folder, 'sys'))).toBe('TSC TTP-244 Pro (tspl, epl)');
      expect(usbModelOf(join(folder, 'lp7'), join(folder, 'sys'))).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
