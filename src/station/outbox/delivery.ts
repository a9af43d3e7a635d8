import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import type { Posting } from '#domain/posting/posting.ts';

/** What became of one try to tell the shop something. Only `done`, `cancelled` and `parked` end it. */
export type Delivery =
  | { readonly kind: 'done'; readonly shipped: readonly Posting[] }
  /** The shop is at work on it: read again, this is no failed try. `isTaken`: it has just said so to a request of ours. */
  | { readonly kind: 'in-process'; readonly isTaken?: true }
  /** `isPause`: the shop wants a pause, which says nothing about this one thing. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number | null;
      readonly detail: string;
      readonly isPause?: true;
    }
  /** No answer came: the shop is asked for its state before anything is sent again. */
  | { readonly kind: 'unknown'; readonly detail: string }
  /** Refused for good, in the shop's words: a person's task. */
  | {
      readonly kind: 'parked';
      readonly shopCode: string;
      readonly detail: string;
      /** The marking codes that it is about. */
      readonly codes?: readonly RefusedCode[];
    }
  | { readonly kind: 'unauthorized'; readonly detail: string }
  | { readonly kind: 'cancelled' };
