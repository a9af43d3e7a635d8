/**
 * What a scanner's symbology identifier (ISO/IEC 15424, `]Cm` before the data) says about the data that follows.
 * `gs1` data follows the element string rules; `ean` numbers had their check digit verified by the scanner already;
 * `itf` is interleaved 2 of 5 whose check digit was verified; `other` says nothing about the meaning.
 */
export type Carrier = 'gs1' | 'ean' | 'ean8' | 'ean-with-addon' | 'itf' | 'other' | 'unknown';

/** A scanned code without its symbology identifier; `aim` is null where the scanner does not send one. */
export interface Carried {
  readonly aim: string | null;
  readonly carrier: Carrier;
  readonly data: string;
}

const carriers: Readonly<Record<string, Carrier>> = {
  ']C1': 'gs1',
  ']d2': 'gs1',
  ']Q3': 'gs1',
  ']e0': 'gs1',
  ']J1': 'gs1',
  ']E0': 'ean',
  ']E3': 'ean-with-addon',
  ']E4': 'ean8',
  ']I1': 'itf',
};

/** Identifiers of GS1 symbols as they look with the letters' case turned over; no symbology in use answers to them. */
const capsLocked = new Set([']c1', ']D2', ']q3']);

/** Takes the symbology identifier off the front of a scanned code, if there is one. Never fails. */
export function splitAim(code: string): Carried {
  const aim = /^\][A-Za-z][0-9A-Za-z]/.exec(code)?.[0];
  if (aim === undefined) return { aim: null, carrier: 'unknown', data: code };
  return { aim, carrier: carriers[aim] ?? 'other', data: code.slice(aim.length) };
}

/**
 * True if the code can only have been typed with Caps Lock on: its GS1 symbology identifier has the wrong case and a
 * trade item number follows. Everything else that looks inverted may be meant so.
 */
export function isCapsLocked(code: string): boolean {
  const { aim, data } = splitAim(code);
  return aim !== null && capsLocked.has(aim) && /^01\d{14}/.test(data);
}

/** Turns the case of every letter over, Latin and Cyrillic: undoes Caps Lock. */
export function invertCase(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return letter === lower ? letter.toUpperCase() : lower;
  });
}
