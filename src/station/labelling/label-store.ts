import type { PostingNumber } from '#domain/ids.ts';
import { type LabelMedium, shopLabelSize } from '#domain/labels/label-size.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { getLabel, type PreparedBytes, saveLabel, savePreparedLabel } from '../database/labels.ts';
import { readBytes, type StoredBytes, storeBytes } from '../database/stored-bytes.ts';
import type { LabelWorkshop, WorkshopAnswer } from '../labels/label-workshop.ts';
import type { SellerAccount, ShopFailure } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';
import { keepPreview } from './label-preview.ts';

export type LabelSource = { readonly account: SellerAccount; readonly link: ShopLink };

export type LabelStoreOptions = {
  readonly db: BenchDatabase;
  readonly workshop: LabelWorkshop;
  readonly medium: () => LabelMedium;
  readonly source: () => LabelSource | null;
  /** Epoch ms. */
  readonly now: () => number;
};

export type LabelFailure =
  | { readonly code: 'not-ready' | 'no-shop' }
  | { readonly code: 'shop'; readonly failure: ShopFailure }
  | { readonly code: 'unprintable'; readonly reason: string };

/** A label that cannot be drawn stays so; a workshop that died or is closing says nothing about the label. */
export function failureOf({ code }: Extract<WorkshopAnswer, { ok: false }>['error']): LabelFailure {
  return code.startsWith('workshop-') ? { code: 'not-ready' } : { code: 'unprintable', reason: code };
}

/** The shop's labels: fetched, read back, and kept as the printer's bytes until they are needed. */
export type LabelStore = {
  /** The printer's bytes for the medium that is in the printer now; null while they are not here. */
  prepared(shopPosting: PostingNumber): PreparedBytes | null;
  /** Is the shop's own PDF here, in the size of the paper in the printer? */
  has(shopPosting: PostingNumber): boolean;
  /** Fetches and prepares a label; what is here already is not asked for again. */
  fetch(
    shopPosting: PostingNumber,
    labelBarcodes: readonly string[],
  ): Promise<Result<PreparedBytes, LabelFailure>>;
};

export function createLabelStore(options: LabelStoreOptions): LabelStore {
  const { db } = options;

  /** Prepared bytes belong to one medium: another roll in the printer means preparing anew. */
  function folder(): string {
    const { dpi, widthMm, heightMm } = options.medium();
    return `labels/${widthMm}x${heightMm}-${dpi}`;
  }

  function prepared(shopPosting: PostingNumber): PreparedBytes | null {
    const bytes = getLabel(db, shopPosting)?.prepared ?? null;
    return bytes?.file.startsWith(`${folder()}/`) ? bytes : null;
  }

  async function pdfOf(shopPosting: PostingNumber): Promise<Result<StoredBytes, LabelFailure>> {
    const size = shopLabelSize(options.medium());
    const known = getLabel(db, shopPosting);
    if (known?.size === size && readBytes(db.home, known.pdf).ok) return ok(known.pdf);
    const source = options.source();
    if (source === null) return err({ code: 'no-shop' });
    const answer = await source.link.call(() => source.account.getLabel(shopPosting, size));
    if (!answer.ok) return err({ code: 'shop', failure: answer.error });
    if (answer.value.state === 'not-ready') return err({ code: 'not-ready' });
    const pdf = storeBytes(db.home, 'labels/pdf', 'pdf', answer.value.pdf);
    saveLabel(db, shopPosting, pdf, size, options.now());
    return ok(pdf);
  }

  return {
    prepared,
    has: (shopPosting) => getLabel(db, shopPosting)?.size === shopLabelSize(options.medium()),
    async fetch(shopPosting, labelBarcodes) {
      const here = prepared(shopPosting);
      // A file that is gone or damaged is made anew from the shop's PDF.
      if (here !== null && readBytes(db.home, here).ok) return ok(here);
      const pdf = await pdfOf(shopPosting);
      if (!pdf.ok) return pdf;
      const bytes = readBytes(db.home, pdf.value);
      if (!bytes.ok) return err({ code: 'unprintable', reason: bytes.error.code });
      const label = await options.workshop.prepare({
        pdf: bytes.value,
        posting: { number: shopPosting, labelBarcodes: [...labelBarcodes] },
        medium: options.medium(),
        withPng: true,
      });
      if (!label.ok) return err(failureOf(label.error));
      const bytesOnDisk = storeBytes(db.home, folder(), 'zpl', label.value.zpl);
      const zpl = { ...bytesOnDisk, codes: label.value.readBack };
      keepPreview(db.home, zpl.sha256, label.value.png);
      savePreparedLabel(db, shopPosting, pdf.value, zpl);
      return ok(zpl);
    },
  };
}
