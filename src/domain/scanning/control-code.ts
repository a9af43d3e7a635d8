import { invertCase } from './aim.ts';
import { hasCyrillic, retypeFromRussian, toHalfWidth } from './layout.ts';

/** The control codes that take nothing with them, in the order of the printed sheet. */
export const plainControls = [
  'ok',
  'no',
  'undo',
  'next',
  'hold',
  'missing',
  'damaged',
  'split',
  'weigh',
  'reprint',
] as const;

/** What a control code without an argument asks for; `docs/control-codes.md` says what each does. */
export type PlainControl = (typeof plainControls)[number];

/** A code printed by us that tells the bench what to do. `carton` is a carton code, `packer` the id on a badge. */
export type ControlCode =
  | { readonly control: PlainControl }
  | { readonly control: 'box'; readonly carton: string }
  | { readonly control: 'badge'; readonly packer: string };

/** The name behind `PB-BOX-` and `PB-BADGE-`: only characters that every keyboard layout gives back. */
const named = /^PB-(BOX|BADGE)-([A-Za-z0-9_-]{1,32})$/i;

/**
 * The control code in a scanned text, or null if it is none. Upper and lower case are the same, and a Russian layout or
 * full-width letters are undone. A wholly lower-case start (`pb-`) means Caps Lock was on, as we print upper case only:
 * the case of the name behind it is turned back.
 */
export function parseControlCode(scanned: string): ControlCode | null {
  const text = asTyped(scanned.trim());
  const plain = plainControls.find((control) => text.toUpperCase() === toControlText({ control }));
  if (plain !== undefined) return { control: plain };
  const [, kind = '', name = ''] = named.exec(text.startsWith('pb-') ? invertCase(text) : text) ?? [];
  if (name === '') return null;
  return kind.toUpperCase() === 'BOX' ? { control: 'box', carton: name } : { control: 'badge', packer: name };
}

function asTyped(text: string): string {
  const narrow = toHalfWidth(text);
  if (!hasCyrillic(narrow)) return narrow;
  return retypeFromRussian(narrow)?.text ?? narrow;
}

/** The text to print as a barcode (Code 128) for a control code. */
export function toControlText(code: ControlCode): string {
  switch (code.control) {
    case 'box':
      return `PB-BOX-${code.carton}`;
    case 'badge':
      return `PB-BADGE-${code.packer}`;
    default:
      return `PB-${code.control.toUpperCase()}`;
  }
}

/** Everything that belongs on a bench's sheet of barcodes: the plain codes, then one for each carton. Badges are printed apart. */
export function controlSheet(cartons: readonly string[]): readonly ControlCode[] {
  return [
    ...plainControls.map((control) => ({ control })),
    ...cartons.map((carton) => ({ control: 'box' as const, carton })),
  ];
}
