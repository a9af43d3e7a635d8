import type { Carton } from '../carton/carton.ts';
import type { PostingNumber, Sku } from '../ids.ts';
import type { ControlCode } from '../scanning/control-code.ts';
import type { Actor } from './actor.ts';

/**
 * What a scanned code means at this bench: the reading of the code, looked up in what the bench knows.
 * `text` is the code as scanned, for the log and the screen.
 */
export type ScanMeaning =
  | {
      readonly kind: 'control';
      readonly control: Exclude<ControlCode, { control: 'box' | 'badge' }>;
      readonly text: string;
    }
  | { readonly kind: 'carton'; readonly carton: Carton | null; readonly text: string }
  | { readonly kind: 'badge'; readonly actor: Actor | null; readonly text: string }
  | {
      readonly kind: 'product';
      readonly text: string;
      /** More than one where products share a barcode. */
      readonly skus: readonly Sku[];
      readonly marking: MarkingScan | null;
      /** Absent for a single unit; for a case how many units lie in it, null where nobody has said. */
      readonly caseOf?: number | null;
    }
  | { readonly kind: 'posting'; readonly posting: PostingNumber; readonly text: string }
  | { readonly kind: 'several'; readonly meanings: readonly ScanMeaning[]; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly problem: string; readonly text: string };

/** A scanned marking code and, where it is known, the posting that used it before. */
export type MarkingScan = {
  readonly code: string;
  /** The part that names the unit, without the crypto tail: equal for two scans of one unit. */
  readonly unit: string;
  /** False without the crypto tail: the marking system takes no such code for a sale. */
  readonly isComplete: boolean;
  readonly usedBy: PostingNumber | null;
};
