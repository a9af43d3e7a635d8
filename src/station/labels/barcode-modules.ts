import { createRequire } from 'node:module';
import JsBarcode from 'jsbarcode';
import type { Symbology } from '#domain/labels/label.ts';
import { err, ok, type Result } from '#domain/result.ts';

/**
 * A code as a grid of modules, row after row, true for black. A linear code has one row. Quiet zones are counted in
 * modules and lie outside the grid.
 */
export type Modules = {
  readonly columns: number;
  readonly rows: number;
  readonly black: readonly boolean[];
  readonly quiet: {
    readonly left: number;
    readonly right: number;
    readonly above: number;
    readonly below: number;
  };
};

/** The value cannot be carried by this kind of code: wrong characters, wrong length or a wrong check digit. */
export type BarcodeInvalid = {
  readonly code: 'barcode-invalid';
  readonly symbology: Symbology;
  readonly value: string;
};

const GS = '\u001d';
const PRINTABLE_ASCII = /^[\u0020-\u007e]{1,80}$/;

// Quiet zones: ISO/IEC 15417 (Code 128, 10X), GS1 General Specifications 5.2.3.4 (EAN-13, 11X and 7X) and 5.3.2.2
// (ITF-14, 10X), ISO/IEC 16022 (DataMatrix, 1X, doubled against smudging), ISO/IEC 18004 (QR, 4X).
const QUIET = {
  code128: { left: 10, right: 10, above: 0, below: 0 },
  ean13: { left: 11, right: 7, above: 0, below: 0 },
  matrix: { left: 2, right: 2, above: 2, below: 2 },
  qr: { left: 4, right: 4, above: 4, below: 4 },
} as const;

/** The modules of a value in a symbology, or `barcode-invalid` where the value is not one it can carry. */
export function barcodeModules(symbology: Symbology, value: string): Result<Modules, BarcodeInvalid> {
  const modules = encode(symbology, value);
  return modules === null ? err({ code: 'barcode-invalid', symbology, value }) : ok(modules);
}

function encode(symbology: Symbology, value: string): Modules | null {
  switch (symbology) {
    case 'code128':
      return PRINTABLE_ASCII.test(value) ? linear(value, { format: 'CODE128' }, QUIET.code128) : null;
    case 'gs1-128': {
      const fnc1 = String.fromCharCode(207);
      const data = fnc1 + value.replaceAll(GS, fnc1);
      return isElementString(value) ? linear(data, { format: 'CODE128', ean128: true }, QUIET.code128) : null;
    }
    case 'ean13':
      return /^\d{12,13}$/.test(value) ? linear(value, { format: 'EAN13', flat: true }, QUIET.ean13) : null;
    case 'itf14':
      return /^\d{13,14}$/.test(value) ? linear(value, { format: 'ITF14' }, QUIET.code128) : null;
    case 'datamatrix':
      return PRINTABLE_ASCII.test(value) ? matrix('datamatrix', value, {}, QUIET.matrix) : null;
    case 'gs1-datamatrix': {
      // A caret is the escape character of `parsefnc`, so a caret of the value is written twice.
      const data = `^FNC1${value.replaceAll('^', '^^').replaceAll(GS, '^FNC1')}`;
      return isElementString(value) ? matrix('datamatrix', data, { parsefnc: true }, QUIET.matrix) : null;
    }
    case 'qr':
      return value.length > 0 && value.length <= 500
        ? matrix('qrcode', value, { eclevel: 'M' }, QUIET.qr)
        : null;
  }
}

function isElementString(value: string): boolean {
  return /^[\u0021-\u007a]{2,120}$/.test(value.replaceAll(GS, ''));
}

function linear(value: string, options: object, quiet: Modules['quiet']): Modules | null {
  const drawn = attempt(() => {
    const target: { encodings?: readonly { readonly data: string }[] } = {};
    JsBarcode(target, value, options);
    return target.encodings;
  });
  const bits = drawn?.map((encoding) => encoding.data).join('') ?? '';
  if (!/^[01]+$/.test(bits)) return null;
  return { columns: bits.length, rows: 1, black: [...bits].map((bit) => bit === '1'), quiet };
}

type Bwip = typeof import('bwip-js/node');
type Pixels = { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number };

let loaded: Bwip | null = null;

/** Only where a matrix code is drawn: a label has bars, and this library is several MB of memory. */
function bwip(): Bwip {
  loaded ??= createRequire(import.meta.url)('bwip-js/node') as Bwip;
  return loaded;
}

function matrix(bcid: string, value: string, options: object, quiet: Modules['quiet']): Modules | null {
  // For a matrix code this is what it answers; its own type knows only that of bars.
  const drawn = attempt(() => bwip().raw({ bcid, text: value, ...options }) as unknown as readonly Pixels[]);
  const [pixels] = drawn ?? [];
  if (pixels === undefined) return null;
  const { pixs, pixx, pixy } = pixels;
  return { columns: pixx, rows: pixy, black: pixs.map((pixel) => pixel === 1), quiet };
}

/** Both libraries throw for a value they cannot encode (one of them a string): null says so. */
function attempt<Drawn>(draw: () => Drawn): Drawn | null {
  try {
    return draw();
  } catch {
    return null;
  }
}
