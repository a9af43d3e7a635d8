import type { ControlCode } from './control-code.ts';
import type { MarkingCode } from './marking-code.ts';

/** Why a scan cannot be used; each has its own sentence and its own cure. */
export type ScanProblem =
  /** Nothing but blanks and symbology identifier. */
  | 'empty'
  /** Longer than {@link longestScan}. */
  | 'too-long'
  /** Bytes no label code holds, or a character the computer could not decode. */
  | 'control-characters'
  /** A trade item or logistic unit number with a wrong check digit. */
  | 'bad-check-digit'
  /** A marking code whose separators are gone and cannot be put back for certain: the scanner's settings need mending. */
  | 'lost-separator'
  /** Typed on another keyboard layout in a way that cannot be undone for certain. */
  | 'layout-ambiguous'
  /** GS1 data that breaks the element string rules. */
  | 'bad-structure'
  /** A GS1 Digital Link in its compressed form: nothing in it says which item it is. */
  | 'compressed-link';

/** How a trade item number stood in the symbol. */
export type GtinForm = 'ean13' | 'ean8' | 'upca' | 'upce' | 'itf14' | 'gs1' | 'digital-link';

/** A trade item. `gtin14` is the form to compare, `raw` the digits as scanned; see `isCaseGtin` for cases of several units. */
export interface GtinReading {
  readonly kind: 'gtin';
  readonly gtin14: string;
  readonly raw: string;
  readonly form: GtinForm;
}

/**
 * A code that stands for itself: posting number, label barcode, offer id, `OZN…`. `doubt` is set where the digits look
 * like a trade item number with a wrong check digit, so that "not known here" can be told from "misread".
 */
export interface TextReading {
  readonly kind: 'text';
  readonly text: string;
  readonly doubt?: 'bad-check-digit';
}

/** One thing a scanned code can be. */
export type SingleReading =
  | { readonly kind: 'control'; readonly control: ControlCode }
  | GtinReading
  | ({ readonly kind: 'marking-code' } & MarkingCode)
  | { readonly kind: 'sscc'; readonly sscc: string }
  | TextReading
  | { readonly kind: 'unreadable'; readonly problem: ScanProblem; readonly raw: string };

/**
 * What a scanned code is. An `ambiguous` one fits every reading in the list (two or more): look each of them up in what
 * the bench knows, and ask the packer if more than one is known.
 */
export type CodeReading =
  | SingleReading
  | { readonly kind: 'ambiguous'; readonly readings: readonly SingleReading[] };

/** The longest scan taken, in characters; the longest marking code in use has fewer than 200. */
export const longestScan = 512;
