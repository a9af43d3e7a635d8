import { setImmediate as turn } from 'node:timers/promises';
import type { PostingNumber } from '#domain/ids.ts';
import type { ShopLabelSize } from '#domain/labels/label-size.ts';
import { type LabelEdges, type LabelRoute, shopLabelEdges } from '#domain/labels/printer-route.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { type LabelSheet, saveLabel } from '../database/labels.ts';
import { storeBytes } from '../database/stored-bytes.ts';
import { transaction } from '../database/transaction.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import { type KeptLabel, keepPrepared } from './keep-prepared.ts';
import type { LabelSource } from './label-store.ts';

/** A label that is wanted, by the shop's number, and everything that may be read off it. */
export type WantedLabel = { readonly number: PostingNumber; readonly labelBarcodes: readonly string[] };

/** What came of asking for the labels of several postings in one file. */
export type TakingEnd =
  /** The shop is at it: ask again for the same ones. */
  | { readonly kind: 'drawing' }
  /** No shop, or no answer of it; nothing is known of the labels. */
  | { readonly kind: 'away' }
  /** Not all of them can be had together, and perhaps fewer can. */
  | { readonly kind: 'refused' }
  /** The file was read; whoever is not among `taken` must be asked for by itself. */
  | { readonly kind: 'read'; readonly taken: readonly PostingNumber[] };

export type TakeLabelsOptions = {
  readonly db: BenchDatabase;
  readonly workshop: LabelWorkshop;
  /** The printer that a label of this size would come out of now. */
  readonly route: (edges: LabelEdges) => LabelRoute;
  /** The size in which the shop is asked for labels. */
  readonly size: () => ShopLabelSize;
  readonly source: () => LabelSource | null;
  /** Is this label here already? */
  readonly has: (number: PostingNumber) => boolean;
  /** Epoch ms. */
  readonly now: () => number;
};

/** One for each of the two drawing threads; a packer's label comes behind two of them at most. */
const pagesInHand = 2;

/**
 * Fetches the labels of several postings through one file and keeps each page that is surely one's own. The file must have
 * exactly the pages that were promised, and whose a page is, its barcodes alone say: never its place in the file. A page that
 * carries codes of two of them, or of none, is nobody's, and a posting whose codes are on two pages gets neither.
 */
export function createTakeLabels(
  options: TakeLabelsOptions,
): (wanted: readonly WantedLabel[]) => Promise<TakingEnd> {
  const { db, now } = options;

  return async function takeLabels(wanted) {
    const size = options.size();
    const source = options.source();
    if (source === null) return { kind: 'away' };
    const numbers = wanted.map(({ number }) => number);
    const answer = await source.link.call(() => source.account.getLabels(numbers, size));
    if (!answer.ok) {
      const { code } = answer.error;
      if (code === 'refused') return { kind: 'refused' };
      return code === 'malformed' ? { kind: 'read', taken: [] } : { kind: 'away' };
    }
    const { value } = answer;
    if (value.state === 'drawing') return { kind: 'drawing' };
    if (value.state === 'not-ready') return { kind: 'refused' };
    const promised = new Set(value.promised);
    const candidates = wanted.filter(({ number }) => promised.has(number));
    return { kind: 'read', taken: await keepPages(value.pdf, candidates, size) };
  };

  async function keepPages(
    file: Uint8Array,
    candidates: readonly WantedLabel[],
    size: ShopLabelSize,
  ): Promise<readonly PostingNumber[]> {
    const { target } = options.route(shopLabelEdges[size]);
    const owned = new Map<string, { readonly page: number; readonly label: KeptLabel }[]>();
    const disputed = new Set<PostingNumber>();
    const pages = candidates.length;
    if (pages === 0) return [];
    const draw = (page: number) =>
      options.workshop.prepare({
        ...{ pdf: file, place: { page, pages }, posting: candidates, target, withPng: true },
      });
    const asked: ReturnType<typeof draw>[] = [];
    for (let page = 1; page <= pages; page += 1) {
      while (asked.length < Math.min(pages, page - 1 + pagesInHand)) asked.push(draw(asked.length + 1));
      const label = await (asked[page - 1] ?? draw(page));
      if (label.ok) {
        const { owner, bytes, readBack, readsWhenWorn, png } = label.value;
        const kept = { bytes, readBack, readsWhenWorn, png };
        if (owner !== null) owned.set(owner, [...(owned.get(owner) ?? []), { page, label: kept }]);
      } else if (isForTheFile(label.error.code)) return [];
      else for (const number of readOff(label.error, candidates)) disputed.add(number);
    }
    // Only now is it known that no other page claims the same posting.
    const pdf = storeBytes(db.home, 'labels/pdf', 'pdf', file);
    const taken: PostingNumber[] = [];
    for (const { number } of candidates) {
      const [mine, another] = owned.get(number) ?? [];
      if (mine === undefined || another !== undefined || disputed.has(number) || options.has(number))
        continue;
      const sheet: LabelSheet = { pdf, page: mine.page };
      transaction(db, () => {
        saveLabel(db, number, sheet, size, now());
        keepPrepared(db, number, sheet, { label: mine.label, target });
      });
      taken.push(number);
      // Each is flushed to the disk, and no scan waits for a hundred of them.
      await turn();
    }
    return taken;
  }
}

/** Whose codes are on a page that is no label. */
function readOff(
  error: { readonly code: string; readonly read?: readonly string[] },
  candidates: readonly WantedLabel[],
): readonly PostingNumber[] {
  const read = new Set(error.read ?? []);
  return candidates.flatMap(({ number, labelBarcodes }) =>
    [number, ...labelBarcodes].some((code) => read.has(code)) ? [number] : [],
  );
}

/** Is it the whole file that cannot be used, or the drawing thread, and not this page of it? */
function isForTheFile(code: string): boolean {
  return (
    code === 'pdf-page-count' ||
    code === 'pdf-broken' ||
    code === 'pdf-too-large' ||
    code.startsWith('workshop-')
  );
}
