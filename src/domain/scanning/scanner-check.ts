import type { Symbology } from '../labels/label.ts';
import { invertCase, splitAim } from './aim.ts';
import { GS } from './gs1.ts';
import { retypeFromRussian } from './layout.ts';
import { withRealSeparators } from './separators.ts';

/** The codes of the scanner test sheet, each for what can go wrong with it. */
export const scannerTests = [
  { name: 'letters', symbology: 'code128', text: 'pbTEST-Aa0%$.+/' },
  { name: 'gs1', symbology: 'gs1-datamatrix', text: `0104607025880011215aBcDeF${GS}93dGVz` },
  { name: 'qr', symbology: 'qr', text: 'pbTEST-QR' },
  { name: 'ean13', symbology: 'ean13', text: '4006381333931' },
  { name: 'upca', symbology: 'ean13', text: '0036000291452' },
  { name: 'itf14', symbology: 'itf14', text: '14607025880018' },
] as const satisfies readonly {
  readonly name: string;
  readonly symbology: Symbology;
  readonly text: string;
}[];

export type ScannerTest = (typeof scannerTests)[number]['name'];

/** What a scan of the sheet shows; each has a sentence that says what to change at the scanner or the computer. */
export const scannerFindings = [
  /** As it should be. */
  'fine',
  /** It sends the symbology identifier, which tells GS1 codes from others. */
  'aim-on',
  'aim-off',
  /** The separator of GS1 codes does not arrive; marking codes cannot be read for certain. */
  'separator-lost',
  /** It arrives as text, `<GS>` or the like; the bench understands it. */
  'separator-as-text',
  'caps-lock',
  'layout',
  'extra-before',
  'extra-behind',
  /** A UPC-A comes with 12 digits; the bench understands it. */
  'upc-short',
  /** Its leading zero is missing, too. */
  'zero-lost',
] as const;
export type ScannerFinding = (typeof scannerFindings)[number];

export type ScannerCheck = { readonly test: ScannerTest; readonly findings: readonly ScannerFinding[] };

/** What one scan of a code of the sheet says about the scanner's settings; null for a code that is not on the sheet. */
export function checkScanner(arrived: string): ScannerCheck | null {
  const text = arrived.replace(/[\r\n\t]+$/, '');
  for (const variant of variantsOf(text)) {
    for (const { name, text: expected } of scannerTests) {
      const found = compare(name, expected, variant.text);
      if (found !== null)
        return { test: name, findings: complete(name, [...variant.findings, ...found], text) };
    }
  }
  return null;
}

type Variant = { readonly text: string; readonly findings: readonly ScannerFinding[] };

/** The text as it came, and as it was before keyboard and Caps Lock had it. */
function variantsOf(text: string): readonly Variant[] {
  const retyped = retypeFromRussian(text)?.text ?? null;
  const straight: Variant[] = [{ text, findings: [] }];
  if (retyped !== null && retyped !== text) straight.push({ text: retyped, findings: ['layout'] });
  return [
    ...straight,
    ...straight.map((variant) => ({
      text: invertCase(variant.text),
      findings: [...variant.findings, 'caps-lock' as const],
    })),
  ];
}

function compare(name: ScannerTest, expected: string, arrived: string): readonly ScannerFinding[] | null {
  const { data } = splitAim(arrived);
  if (data === expected) return [];
  if (name === 'upca' && data === expected.slice(1)) return ['upc-short'];
  if (name === 'upca' && data === expected.slice(2)) return ['zero-lost'];
  if (name === 'gs1' && data === expected.replaceAll(GS, '')) return ['separator-lost'];
  if (name === 'gs1' && withRealSeparators(data) === expected) return ['separator-as-text'];
  // Short codes of digits may stand inside others by chance.
  if (!/^pb|^01/.test(expected)) return null;
  if (data.endsWith(expected)) return ['extra-before'];
  return data.startsWith(expected) ? ['extra-behind'] : null;
}

/** Of the identifier it is worth a word where the code is GS1; everything right is said as such. */
function complete(
  name: ScannerTest,
  findings: readonly ScannerFinding[],
  arrived: string,
): readonly ScannerFinding[] {
  const isNamed = /^[\]}ъЪ]/.test(arrived);
  const aim: readonly ScannerFinding[] = name !== 'gs1' ? [] : [isNamed ? 'aim-on' : 'aim-off'];
  return findings.length > 0 ? [...findings, ...aim] : ['fine', ...aim];
}
