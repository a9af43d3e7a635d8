import type { PostingNumber } from '#domain/ids.ts';
import { type ShopLabelSize, shopLabelSizes } from '#domain/labels/label-size.ts';
import { type LabelEdges, type LabelRoute, shopLabelEdges } from '#domain/labels/printer-route.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { getLabel, type LabelSheet, type PreparedBytes, saveLabel } from '../database/labels.ts';
import { readBytes, type StoredBytes, storeBytes } from '../database/stored-bytes.ts';
import type { LabelWorkshop, WorkshopAnswer } from '../labels/label-workshop.ts';
import { wholeFile } from '../labels/raster-pdf.ts';
import type { SellerAccount, ShopFailure } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';
import { isMadeFor, keepPrepared } from './keep-prepared.ts';
import { createLabelFailures, type FailedLabel } from './label-failures.ts';

export type LabelSource = { readonly account: SellerAccount; readonly link: ShopLink };

export type LabelStoreOptions = {
  readonly db: BenchDatabase;
  readonly workshop: LabelWorkshop;
  /** The printer that a label of this size would come out of now. */
  readonly route: (edges: LabelEdges) => LabelRoute;
  /** The size in which the shop is asked for labels. */
  readonly size: () => ShopLabelSize;
  /** The shop that a posting's label comes from; null while it is not connected. */
  readonly source: (shopPosting: PostingNumber) => LabelSource | null;
  /** Epoch ms. */
  readonly now: () => number;
};

export type LabelFailure =
  | { readonly code: 'not-ready' | 'no-shop' }
  | { readonly code: 'shop'; readonly failure: ShopFailure }
  /** It cannot be had, in the shop's words: a person's task. */
  | { readonly code: 'refused'; readonly shopCode: string; readonly words: string }
  | { readonly code: 'unprintable'; readonly reason: string };

/** A label that cannot be drawn stays so; a workshop that died or is closing says nothing about the label. */
export function failureOf({ code }: Extract<WorkshopAnswer, { ok: false }>['error']): LabelFailure {
  return code.startsWith('workshop-') ? { code: 'not-ready' } : { code: 'unprintable', reason: code };
}

/** The shop's labels: fetched, read back, and kept as the printer's bytes until they are needed. */
export type LabelStore = {
  /** The printer that this label comes out of now, by its size where that is known, else by the size that was asked for. */
  routeOf(shopPosting: PostingNumber): LabelRoute;
  /** The printer's bytes for that printer and its paper as they are now; null while they are not here. */
  prepared(shopPosting: PostingNumber): PreparedBytes | null;
  /** Is the shop's own PDF here, in the size of the paper in the printer? */
  has(shopPosting: PostingNumber): boolean;
  /**
   * Fetches and prepares a label; what is here already is not asked for again. One that was refused is not either, until
   * long and growing pauses are over or a person wants it: the refusal is answered again. `isAhead`: nobody waits for it.
   */
  fetch(
    shopPosting: PostingNumber,
    labelBarcodes: readonly string[],
    options?: { readonly isAhead?: boolean },
  ): Promise<Result<PreparedBytes, LabelFailure>>;
  /** Is it time to ask for it again, for whoever waits for nothing? */
  isDue(shopPosting: PostingNumber): boolean;
  /** A person wants it asked for again at once. */
  askAgain(shopPosting: PostingNumber): void;
};

/** An answer of the shop's that cannot be read this often in a row will not become readable by asking. */
const unreadableMax = 5;
const sizesMax = 1_000;

export function createLabelStore(options: LabelStoreOptions): LabelStore {
  const { db, now } = options;
  const failures = createLabelFailures(now);
  /** How large a page is that did not fit where it should have, by the PDF's hash; learnt anew after a restart. */
  const sizes = new Map<string, LabelEdges>();
  const keyOf = (shopPosting: PostingNumber, size = options.size()) => `${shopPosting} ${size}`;

  function prepared(shopPosting: PostingNumber): PreparedBytes | null {
    const bytes = getLabel(db, shopPosting)?.prepared ?? null;
    return bytes !== null && isMadeFor(bytes, routeOf(shopPosting).target) ? bytes : null;
  }

  function routeOf(shopPosting: PostingNumber): LabelRoute {
    const { pdf, size = options.size() } = getLabel(db, shopPosting) ?? {};
    return options.route((pdf && sizes.get(pdf.sha256)) ?? shopLabelEdges[size]);
  }

  /** The shop drew it otherwise than asked: the printer whose paper takes it is another. */
  function noteSize({ sha256 }: StoredBytes, edges: LabelEdges): void {
    if (sizes.size >= sizesMax) sizes.clear();
    sizes.set(sha256, edges);
  }

  async function sheetOf(
    shopPosting: PostingNumber,
    isAhead: boolean,
  ): Promise<Result<LabelSheet, LabelFailure>> {
    const size = options.size();
    const known = getLabel(db, shopPosting);
    if (known?.size === size && readBytes(db.home, known.pdf).ok)
      return ok({ pdf: known.pdf, page: known.page });
    const source = options.source(shopPosting);
    if (source === null) return err({ code: 'no-shop' });
    const failed = failures.get(keyOf(shopPosting));
    if (failed !== null && isHeldBack(failed.failure) && now() < failed.notBefore) return err(failed.failure);
    const answer = await source.link.call(() => source.account.getLabel(shopPosting, size, { isAhead }));
    if (!answer.ok) return err(judge(answer.error, failed));
    if (answer.value.state === 'not-ready') return err({ code: 'not-ready' });
    const pdf = storeBytes(db.home, 'labels/pdf', 'pdf', answer.value.pdf);
    const sheet = { pdf, page: null };
    saveLabel(db, shopPosting, sheet, size, now());
    return ok(sheet);
  }

  async function fetch(
    shopPosting: PostingNumber,
    labelBarcodes: readonly string[],
    isAhead: boolean,
  ): Promise<Result<PreparedBytes, LabelFailure>> {
    const here = prepared(shopPosting);
    // A file that is gone or damaged is made anew from the shop's PDF.
    if (here !== null && readBytes(db.home, here).ok) return ok(here);
    const sheet = await sheetOf(shopPosting, isAhead);
    if (!sheet.ok) return sheet;
    const { pdf, page } = sheet.value;
    const bytes = readBytes(db.home, pdf);
    if (!bytes.ok) return err({ code: 'unprintable', reason: bytes.error.code });
    const posting = { number: shopPosting, labelBarcodes: [...labelBarcodes] };
    const { device, target } = routeOf(shopPosting);
    const place = page === null ? wholeFile : { page, pages: null };
    const label = await options.workshop.prepare({
      pdf: bytes.value,
      ...{ place, posting, target, withPng: true },
    });
    if (label.ok) return ok(keepPrepared(db, shopPosting, sheet.value, { label: label.value, target }));
    if (label.error.code === 'pdf-wrong-size') {
      noteSize(pdf, { widthMm: label.error.pageWidthMm, heightMm: label.error.pageHeightMm });
      if (routeOf(shopPosting).device !== device) return fetch(shopPosting, labelBarcodes, isAhead);
    }
    return err(failureOf(label.error));
  }

  return {
    routeOf,
    prepared,
    has: (shopPosting) => getLabel(db, shopPosting)?.size === options.size(),
    async fetch(shopPosting, labelBarcodes, { isAhead = false } = {}) {
      const key = keyOf(shopPosting);
      const before = failures.get(key);
      const label = await fetch(shopPosting, labelBarcodes, isAhead);
      if (label.ok) failures.forget(key);
      // What is only answered again is nothing new, nor is what a person forgot meanwhile.
      else if (label.error !== before?.failure) failures.note(key, label.error);
      return label;
    },
    isDue: (shopPosting) => now() >= (failures.get(keyOf(shopPosting))?.notBefore ?? 0),
    askAgain(shopPosting) {
      for (const size of shopLabelSizes) failures.forget(keyOf(shopPosting, size));
    },
  };
}

/** Asked for again, these begin a new task at the shop each time. */
function isHeldBack(failure: LabelFailure): boolean {
  return failure.code === 'refused' || (failure.code === 'shop' && failure.failure.code === 'malformed');
}

function judge(failure: ShopFailure, before: FailedLabel | null): LabelFailure {
  if (failure.code === 'refused')
    return { code: 'refused', shopCode: failure.shopCode, words: failure.detail };
  if (failure.code !== 'malformed') return { code: 'shop', failure };
  const times = before === null || !isHeldBack(before.failure) ? 0 : before.times;
  return before?.failure.code === 'refused' || times + 1 >= unreadableMax
    ? { code: 'refused', shopCode: 'UNREADABLE', words: failure.detail }
    : { code: 'shop', failure };
}
