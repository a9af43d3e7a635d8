import type { ReadAcceptance } from '#domain/posting/acceptance.ts';
import type { Handover, LabelState, ShopAnswer } from './seller-account.ts';

/** A handover of a day as the shop lists it, whoever made it. */
export type ListedHandover = Pick<Handover, 'id' | 'status' | 'shopStatus'> & {
  readonly postings: number;
  /** In litres; null where the shop does not say. */
  readonly volumeL: number | null;
};

/** A delivery method on a day: what the shop expects of it, and its handovers. */
export type MethodDay = {
  readonly id: string;
  readonly name: string;
  readonly warehouse: string;
  /** A courier of the shop's fetches the parcels; else they are brought to the place. */
  readonly isPickup: boolean;
  /** Parcels go in boxes and on pallets that are accepted as a whole. */
  readonly hasTrustedAcceptance: boolean;
  /** By when all must be packed, epoch ms; null when the shop does not say. */
  readonly cutoffAt: number | null;
  /** Where the parcels go, and the hours there ("09:00–21:00"); "" where the shop does not say. */
  readonly place: string;
  readonly hours: string;
  /** Packed postings that are in no handover yet, and those that are still to be packed for this day. */
  readonly ready: number;
  readonly toPack: number;
  /** What is wrong, in the shop's words. */
  readonly problems: readonly string[];
  readonly handovers: readonly ListedHandover[];
};

/** A posting of a handover as the shop has it. */
export type HandoverPosting = {
  readonly number: string;
  readonly state: ReadAcceptance;
  /** The shop's own word; "" where it does not say. */
  readonly shopStatus: string;
  /** What the shop holds against it, in its words; "" where nothing. */
  readonly trouble: string;
};

/** What paper there is about a handover. */
export const handoverPapers = ['list', 'cargo-labels', 'discrepancies'] as const;
export type HandoverPaper = (typeof handoverPapers)[number];

/** The handovers of a day and what belongs to them. */
export interface CarriagePort {
  /** Every delivery method that has something to do with a day ("YYYY-MM-DD"), with all its handovers. */
  listDay(day: string, signal?: AbortSignal): ShopAnswer<readonly MethodDay[]>;
  /** The postings in a handover's act. Refused where it has none yet. */
  listPostings(id: string, signal?: AbortSignal): ShopAnswer<readonly HandoverPosting[]>;
  /** The text of the code that the acceptance point scans; null until the shop has it. */
  getBarcodeText(id: string, signal?: AbortSignal): ShopAnswer<string | null>;
  /** A paper as PDF; `not-ready` until the shop has drawn it. */
  getPaper(id: string, paper: HandoverPaper, signal?: AbortSignal): ShopAnswer<LabelState>;
}
