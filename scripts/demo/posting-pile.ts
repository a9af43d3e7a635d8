import type { ShopPosting, ShopProduct } from './demo-shop.ts';

/** What the demo looks for in a posting. `heavy`: one item of half a kilogram or more. */
export type PostingKind = 'single' | 'heavy' | 'severalItems' | 'severalUnits' | 'marked' | 'express';

const heavyG = 500;
/** Above this a posting may need two cartons, which has a piece of its own in the shift. */
const oneCartonG = 6_000;

const fits: Readonly<Record<PostingKind, (posting: ShopPosting) => boolean>> = {
  single: (posting) => isPlain(posting) && unitsOf(posting) === 1,
  heavy: (posting) => isPlain(posting) && unitsOf(posting) === 1 && weightOf(posting) >= heavyG,
  severalItems: (posting) =>
    isPlain(posting) && posting.lines.length > 1 && posting.lines.every(({ quantity }) => quantity === 1),
  severalUnits: (posting) => isPlain(posting) && posting.lines.some(({ quantity }) => quantity > 1),
  marked: (posting) => posting.lines.some(({ marked }) => marked),
  express: (posting) => posting.express,
};

/** The postings that wait in the demo shop, to take from by kind; those with English names of goods first. */
export class PostingPile {
  #left: readonly ShopPosting[];

  constructor(postings: readonly ShopPosting[], products: readonly ShopProduct[]) {
    const english = new Set(products.filter(isEnglishProduct).map(({ sku }) => sku));
    const isEnglish = ({ lines }: ShopPosting) => lines.every(({ sku }) => english.has(sku));
    const waiting = postings.filter(({ status }) => status === 'awaiting_packaging');
    this.#left = [...waiting.filter(isEnglish), ...waiting.filter((posting) => !isEnglish(posting))];
  }

  /** Takes so many of a kind. Throws where the shop has fewer. */
  take(kind: PostingKind, count: number): [ShopPosting, ...ShopPosting[]] {
    const [first, ...others] = this.#left.filter(fits[kind]).slice(0, count);
    if (first === undefined || others.length !== count - 1)
      throw new Error(`the shop has no ${count} × ${kind}`);
    const taken = new Set([first, ...others]);
    this.#left = this.#left.filter((posting) => !taken.has(posting));
    return [first, ...others];
  }
}

/** Is the product's name written in Latin letters? The shop's names are English, Russian or Chinese. */
export function isEnglishProduct({ name }: ShopProduct): boolean {
  return !/[\p{Script=Cyrillic}\p{Script=Han}]/u.test(name);
}

function isPlain(posting: ShopPosting): boolean {
  return !posting.express && posting.lines.every(({ marked }) => !marked) && weightOf(posting) < oneCartonG;
}

function unitsOf({ lines }: ShopPosting): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function weightOf({ lines }: ShopPosting): number {
  return lines.reduce((sum, { quantity, weightG }) => sum + quantity * weightG, 0);
}
