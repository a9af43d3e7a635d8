import type { KeyTrouble } from '#contract/key-trouble.ts';
import type { ShopFeature } from '#contract/shop-feature.ts';
import type { PostingNumber, Sku } from '#domain/ids.ts';
import type { ShopLabelSize } from '#domain/labels/label-size.ts';
import type { AcceptanceLimits } from '#domain/packing/acceptance-limits.ts';
import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { Product } from '#domain/posting/product.ts';
import type { Result } from '#domain/result.ts';
import type { AccountPort } from './account-port.ts';
import type { AccrualPort } from './accrual-port.ts';
import type { AfterSalePort } from './after-sale-port.ts';
import type { CancelPort } from './cancel-port.ts';
import type { CargoPort } from './cargo-port.ts';
import type { CarriagePort } from './carriage-port.ts';
import type { CataloguePort } from './catalogue-port.ts';
import type { ChatPort } from './chat-port.ts';
import type { CollectingPort } from './collecting-port.ts';
import type { CorrectionPort } from './correction-port.ts';
import type { DeclarationPort } from './declaration-port.ts';
import type { DeliveryPort } from './delivery-port.ts';
import type { DisputePort } from './dispute-port.ts';
import type { NotificationPort } from './notification-port.ts';
import type { PassPort } from './pass-port.ts';
import type { PickupPort } from './pickup-port.ts';
import type { ProductImportPort } from './product-import-port.ts';
import type { ReturnRequestPort } from './return-request-port.ts';
import type { SplitPort } from './split-port.ts';
import type { ShopTraffic } from './traffic-port.ts';

/**
 * Why a call to the shop did not do what it was asked.
 * `retry`: nothing was changed, try again (not before `afterMs`). `unknown`: the call may have been carried out,
 * ask before repeating. `refused`: the shop said no for good, in its own words. `unauthorized`: the key is wrong,
 * expired or lacks a right, as its `trouble` says; a person must act. `malformed`: the answer could not be read.
 */
export type ShopFailure =
  | {
      readonly code: 'retry';
      readonly afterMs: number | null;
      readonly detail: string;
      /** The shop is there and wants a pause; absent where it may as well be gone. */
      readonly isPause?: true;
    }
  | { readonly code: 'unknown'; readonly detail: string }
  | { readonly code: 'refused'; readonly shopCode: string; readonly detail: string }
  | {
      readonly code: 'unauthorized';
      readonly trouble: KeyTrouble;
      /** What `lacks-right` is about; absent or null for what belongs to no one work. */
      readonly feature?: ShopFeature | null;
      readonly detail: string;
    }
  | { readonly code: 'malformed'; readonly detail: string };

export type ShopAnswer<Value> = Promise<Result<Value, ShopFailure>>;

/** An entry of a list that could not be read; it is set aside with a task for a person and stops nothing else. */
export type SetAside = { readonly subject: string; readonly reason: string; readonly raw: string };

export type PostingPage = {
  readonly postings: readonly Posting[];
  readonly setAside: readonly SetAside[];
  /** Opaque; null after the last page. */
  readonly nextCursor: string | null;
  /** Two lanes come towards one another here: a page of which every posting is known says that they have met. */
  readonly isFromBothEnds?: boolean;
};

/** Where to read a list on. */
export type ListPlace = {
  /** From the page before; null begins. */
  readonly cursor: string | null;
  /** Cancellations since then are wanted, epoch ms; null: the last days' alone. Must stay the same from page to page. */
  readonly changedSince: number | null;
};

export type Credentials = {
  /** Epoch ms; null when the shop does not say. */
  readonly expiresAt: number | null;
  /** What the key does not allow, with the shop's own names of the methods that are missing for it. */
  readonly missing: readonly { readonly feature: ShopFeature; readonly methods: readonly string[] }[];
};

export type PackageContents = readonly { readonly sku: Sku; readonly quantity: number }[];

/**
 * What the shop must know of one unit before it is shipped; what is absent it does not want. A document's number that is null
 * does not exist.
 */
export type UnitFacts = {
  readonly sku: Sku;
  readonly markingCode?: string | undefined;
  readonly imei?: string | undefined;
  readonly jewelryUin?: string | undefined;
  readonly weightG?: number | undefined;
  readonly customsDeclaration?: string | null | undefined;
  readonly batchNumber?: string | null | undefined;
};

export type MarkingState =
  | { readonly state: 'checking' }
  | { readonly state: 'accepted' }
  | {
      readonly state: 'refused';
      readonly codes: readonly RefusedCode[];
    };

export type ShipState =
  /** Not begun: it may be sent. */
  | { readonly state: 'not-shipped'; readonly posting: Posting }
  /** Taken, but not through: read again. */
  | { readonly state: 'in-process' }
  /** Done; one posting number per package, the first being the posting's own. */
  | { readonly state: 'shipped'; readonly postings: readonly Posting[] }
  /** The shop tried and failed; it may be sent again. */
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'cancelled' }
  /** Past shipping (handed over, delivered) or in a status that this version does not know. */
  | { readonly state: 'other'; readonly shopStatus: string };

export type LabelState =
  | { readonly state: 'not-ready' }
  | { readonly state: 'ready'; readonly pdf: Uint8Array };

/** Labels of several postings in one file. */
export type LabelBatchState =
  /** The shop is at it: ask again for the same ones. */
  | { readonly state: 'drawing' }
  /** Nothing came of it yet. */
  | { readonly state: 'not-ready' }
  /** `promised`: whose labels should be in the file. Nothing says which page is whose, and nobody checked any. */
  | { readonly state: 'ready'; readonly pdf: Uint8Array; readonly promised: readonly PostingNumber[] };

export type HandoverBarcode =
  | { readonly state: 'not-ready' }
  | { readonly state: 'ready'; readonly png: Uint8Array };

export type Handover = {
  readonly id: string;
  /** `accepting`: the shop is counting the parcels; `accepted`: it has done so. */
  readonly status: 'open' | 'approving' | 'approved' | 'accepting' | 'accepted' | 'cancelled' | 'unknown';
  readonly shopStatus: string;
  readonly postings: readonly PostingNumber[];
};

/**
 * A seller account on a marketplace: everything the bench asks of it and tells it. One folder per marketplace
 * implements it; nothing outside that folder knows the marketplace's field names. Every call may fail with a
 * {@link ShopFailure} and none throws for what a network or a shop can do. `signal` ends the call early.
 */
export interface SellerAccount {
  readonly facts: AccountPort;
  readonly cancelling: CancelPort;
  readonly splitting: SplitPort;
  readonly corrections: CorrectionPort;
  readonly afterSale: AfterSalePort;
  readonly declarations: DeclarationPort;
  readonly delivery: DeliveryPort;
  readonly carriages: CarriagePort;
  readonly productImport: ProductImportPort;
  readonly chats: ChatPort;
  readonly returnRequests: ReturnRequestPort;
  readonly catalogue: CataloguePort;
  readonly collecting: CollectingPort;
  readonly disputes: DisputePort;
  readonly passes: PassPort;
  readonly cargo: CargoPort;
  readonly pickup: PickupPort;
  /** What goes to the shop for this account now, from everything in this process; asks nobody. */
  traffic(): ShopTraffic;
  readonly accruals: AccrualPort;
  readonly notifications: NotificationPort;
  /** Reads the key's rights and expiry. */
  checkCredentials(signal?: AbortSignal): ShopAnswer<Credentials>;
  /** One page of postings that are not finished, most urgent first, and at the end of those that were cancelled. */
  listUnfulfilled(from: ListPlace, signal?: AbortSignal): ShopAnswer<PostingPage>;
  /**
   * One page of postings whose status changed since a moment (epoch ms), whatever it is now, oldest orders first; at most a
   * year of orders. Refused where the key may not read it.
   */
  listChanges(
    from: { readonly cursor: string | null; readonly changedSince: number },
    signal?: AbortSignal,
  ): ShopAnswer<PostingPage>;
  /**
   * Divides what lies behind a cursor of either list into two cursors, so that two calls at once can read it; null where it
   * cannot be divided. Together they hold the same, and few postings twice.
   */
  forkCursor(cursor: string): readonly [string, string] | null;
  /** One posting as it stands now. Refused with shopCode `NOT_FOUND` when there is none. */
  getPosting(number: PostingNumber, signal?: AbortSignal): ShopAnswer<Posting>;
  /** Tells, before a posting is shipped, in how many boxes it goes under its one number; the same again changes nothing. */
  setBoxes(number: PostingNumber, boxes: number, signal?: AbortSignal): ShopAnswer<void>;
  /** The posting whose label carries a barcode. Refused where there is none, or the key may not ask. */
  findByBarcode(barcode: string, signal?: AbortSignal): ShopAnswer<PostingNumber>;
  /** Products by SKU, at most 1,000 at once; unknown ones are simply absent. */
  getProducts(
    skus: readonly Sku[],
    signal?: AbortSignal,
  ): ShopAnswer<{ products: readonly Product[]; setAside: readonly SetAside[] }>;
  /** The bytes of a product's picture (PNG or JPEG), at most 5 MB; sent without the account's key. */
  getPicture(url: string, signal?: AbortSignal): ShopAnswer<Uint8Array>;
  /** Hands over everything that is known of a posting's units: codes, numbers, weights (the full set each time). */
  setMarkings(number: PostingNumber, units: readonly UnitFacts[], signal?: AbortSignal): ShopAnswer<void>;
  /**
   * Asks whether codes, numbers and weights of units would be taken, and changes nothing. Answers those that would not, each as
   * it was asked about; a passed one may still be refused when it is handed over.
   */
  checkMarkings(
    number: PostingNumber,
    units: readonly UnitFacts[],
    signal?: AbortSignal,
  ): ShopAnswer<readonly RefusedCode[]>;
  getMarkingState(number: PostingNumber, signal?: AbortSignal): ShopAnswer<MarkingState>;
  /**
   * What the point that takes a posting in accepts of its parcels. Refused as `NO_RIGHT` where the key may not read it, and in the
   * shop's words for postings that no point takes in.
   */
  getAcceptanceLimits(number: PostingNumber, signal?: AbortSignal): ShopAnswer<AcceptanceLimits>;
  /**
   * Asks the shop to ship a posting in one or several packages. `taken` is not done: read {@link getShipState} until it
   * is `shipped`; for a minute or two it may still read as `not-shipped`, as the shop's copies lag behind. `was-shipped`:
   * the shop had a ship of this posting before this call. Never repeat it after `unknown` without reading first.
   */
  ship(
    number: PostingNumber,
    packages: readonly PackageContents[],
    signal?: AbortSignal,
  ): ShopAnswer<'taken' | 'was-shipped'>;
  getShipState(number: PostingNumber, signal?: AbortSignal): ShopAnswer<ShipState>;
  /**
   * The label of one posting as PDF, in the wanted size where the shop draws it in that. Keeps the shop's task in memory
   * between calls, so that calling it again after `not-ready` goes on with the same task. `isAhead`: nobody waits for it.
   */
  getLabel(
    number: PostingNumber,
    size: ShopLabelSize,
    options?: { readonly isAhead?: boolean; readonly signal?: AbortSignal },
  ): ShopAnswer<LabelState>;
  /**
   * Labels that nobody waits for yet, 1 to 1,000 in one file and in just this size. Only for postings that the shop has
   * packed: a single other one may spoil it for all.
   */
  getLabels(
    numbers: readonly PostingNumber[],
    size: ShopLabelSize,
    signal?: AbortSignal,
  ): ShopAnswer<LabelBatchState>;
  /** Opens a handover for a delivery method and day ("YYYY-MM-DD"). */
  createHandover(deliveryMethodId: string, day: string, signal?: AbortSignal): ShopAnswer<Handover>;
  /** Replaces the handover's postings; numbers that the shop refuses come back with its words. */
  setHandoverPostings(
    id: string,
    numbers: readonly PostingNumber[],
    signal?: AbortSignal,
  ): ShopAnswer<{ refused: readonly { number: string; detail: string }[] }>;
  approveHandover(id: string, signal?: AbortSignal): ShopAnswer<void>;
  getHandover(id: string, signal?: AbortSignal): ShopAnswer<Handover>;
  /** Calls a handover off, so that its postings can go with another one. */
  cancelHandover(id: string, signal?: AbortSignal): ShopAnswer<void>;
  /** The code that the acceptance point scans, as a PNG; `not-ready` until the shop has drawn it. */
  getHandoverBarcode(id: string, signal?: AbortSignal): ShopAnswer<HandoverBarcode>;
  /** The handover's document as PDF; `not-ready` until the shop has drawn it. */
  getHandoverDocument(id: string, signal?: AbortSignal): ShopAnswer<LabelState>;
}
