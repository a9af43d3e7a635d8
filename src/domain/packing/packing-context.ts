import type { Carton } from '../carton/carton.ts';
import type { PostingNumber, Sku } from '../ids.ts';
import type { Posting } from '../posting/posting.ts';
import type { Product } from '../posting/product.ts';
import type { AcceptanceLimits } from './acceptance-limits.ts';
import type { Actor } from './actor.ts';
import type { PackingRules } from './rules.ts';
import type { Session } from './session.ts';

/** A posting that a scan could open, and how far it was packed before, if at all. */
export type OpeningTarget = {
  readonly posting: Posting;
  readonly last: Session | null;
  /** Closed with an interim label, and the shop's label is here now. */
  readonly canRelabel: boolean;
};

/** What a scan could open: a posting by its number, the most urgent one that needs a product, or the most urgent of all. */
export type TargetKey =
  | { readonly by: 'posting'; readonly posting: PostingNumber }
  | { readonly by: 'product'; readonly sku: Sku }
  | { readonly by: 'queue' };

/** What `decide` may look at besides the session and the scan; loaded beforehand, so that deciding stays pure. */
export type PackingContext = {
  /** Epoch ms. */
  readonly now: number;
  readonly rules: PackingRules;
  /** Who is signed in at this bench; null when nobody is. */
  readonly actor: Actor | null;
  readonly cartons: readonly Carton[];
  /** Products of the open posting, and of what was scanned. */
  readonly products: ReadonlyMap<Sku, Product>;
  /** Looks up what a scan would open if nothing is open; the same answer for the same key throughout one decision. */
  readonly targetOf: (key: TargetKey) => OpeningTarget | null;
  /** A cancelled posting that was scanned with nothing open and that nobody has answered for. */
  readonly alarm: PostingNumber | null;
  /** Does a scale answer at this bench now? */
  readonly isScaleThere: boolean;
  /** Label barcodes of the open posting as the shop has them now. */
  readonly labelBarcodes: readonly string[];
  /** The posting that a unit with this key (marking code, IMEI, UIN) was packed into before; null for none. */
  readonly usedBy: (key: string) => PostingNumber | null;
  /** What is accepted of the open posting's parcels; null while the shop has not said. */
  readonly limits: AcceptanceLimits | null;
};
