import type { PrinterLanguage } from '#domain/labels/printer-language.ts';
import { modelText } from './identity.ts';
import { asLatin1 } from './interpreter/text-line.ts';

/** What a USB printer says of itself when it is asked for its device id (IEEE 1284, USB printer class). */
export type DeviceId = {
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** The languages of its `CMD` field that the bench speaks, in its order. */
  readonly languages: readonly PrinterLanguage[];
};

const NAMES: readonly (readonly [RegExp, PrinterLanguage])[] = [
  [/^ZPL/, 'zpl'],
  [/^TSPL/, 'tspl'],
  [/^EPL/, 'epl'],
  [/^CPCL/, 'cpcl'],
  [/^(ESC\/?POS|EPSON[ -]?POS)/, 'escpos'],
  [/^PNG/, 'png'],
  [/^PDF/, 'pdf'],
];

/**
 * Reads the answer to `GET_DEVICE_ID`: two bytes of length, then `KEY:value;` pairs; the length may be missing, as the
 * kernel's files leave it out. Fields that are not there or say nothing printable are null.
 */
export function parseDeviceId(bytes: Uint8Array): DeviceId {
  // No text begins with so small a byte: it is the length's first.
  const text = asLatin1((bytes[0] ?? 0) < 0x20 ? bytes.subarray(2) : bytes);
  const fields = new Map(
    text.split(';').map((pair): [string, string] => {
      const colon = pair.indexOf(':');
      const key = pair.slice(0, Math.max(0, colon));
      return [key.trim().toUpperCase(), pair.slice(colon + 1)];
    }),
  );
  const field = (...keys: string[]) =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined);
  const words = (...keys: string[]) => modelText(field(...keys) ?? '');
  const commands = (field('CMD', 'COMMAND SET') ?? '').toUpperCase().split(',');
  const languages = commands.flatMap((command) => {
    const known = NAMES.find(([name]) => name.test(command.trim()));
    return known === undefined ? [] : [known[1]];
  });
  return {
    manufacturer: words('MFG', 'MANUFACTURER'),
    model: words('MDL', 'MODEL'),
    languages: [...new Set(languages)],
  };
}
