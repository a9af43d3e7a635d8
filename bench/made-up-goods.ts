import { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import { plainHandling } from '#domain/posting/handling.ts';
import type { Posting, PostingStatus } from '#domain/posting/posting.ts';
import type { Product } from '#domain/posting/product.ts';
import { checkDigit } from '#domain/scanning/check-digit.ts';

/** Whose all of it is. */
export const madeUpShop = ShopId.parse('ozon-1');

/** Cartons in which everything below fits at once, so that one posting is one package. */
export const cartons = [
  { code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 },
  { code: 'M', innerMm: [300, 250, 200], outerMm: [306, 256, 206], tareG: 180, maxLoadG: 10_000 },
  { code: 'L', innerMm: [450, 320, 260], outerMm: [458, 328, 268], tareG: 320, maxLoadG: 15_000 },
] as const;

const productCount = 200;

/** The 200 products that every made-up posting is made of, each with one EAN-13. */
export const products: readonly Product[] = Array.from({ length: productCount }, (_, n) => ({
  sku: Sku.parse(String(1_500_000_001 + n * 137)),
  offerId: `ITEM-${n}`,
  name: `Кружка керамическая № ${n} / Ceramic mug no. ${n}`,
  barcodes: [barcodeOf(n)],
  sizeMm: [60 + (n % 9) * 10, 50 + (n % 5) * 10, 40 + (n % 4) * 10],
  weightG: 120 + (n % 30) * 10,
  pictureUrl: null,
  upright: 'any',
  fragile: n % 10 === 0,
}));

function barcodeOf(n: number): string {
  const body = `4600000${String(n).padStart(5, '0')}`;
  return `${body}${checkDigit(body)}`;
}

/** The barcode on a product; throws for one that is not ours. */
export function barcodeFor(sku: string): string {
  const product = products.find((candidate) => candidate.sku === sku);
  const [barcode] = product?.barcodes ?? [];
  if (barcode === undefined) throw new Error(`there is no product ${sku}`);
  return barcode;
}

/** The barcode of some product that this posting does not contain. */
export function strangerTo(posting: Posting): string {
  const stranger = products.find(({ sku }) => posting.lines.every((line) => line.sku !== sku));
  return stranger?.barcodes[0] ?? '';
}

/**
 * The n-th made-up posting: one to three lines, one or two units each, the same for the same n. Cutoffs fall on the
 * full hours of the two days from `firstCutoffAt` (epoch ms) on.
 */
export function postingNo(n: number, status: PostingStatus, firstCutoffAt: number): Posting {
  const lines = Array.from({ length: 1 + (mixed(n) % 3) }, (_, line) => ({
    sku: productAt(mixed(n) + line * 61).sku,
    quantity: 1 + (mixed(n + line * 7919) % 4 === 0 ? 1 : 0),
    requires: [],
  }));
  return {
    number: numberOf(n),
    shop: madeUpShop,
    status,
    shopStatus: status === 'to-pack' ? 'awaiting_packaging' : 'awaiting_deliver',
    cutoffAt: firstCutoffAt + (mixed(n + 13) % 48) * 3_600_000,
    lines,
    deliveryMethod: { id: String(1 + (n % 3)), name: `Courier ${1 + (n % 3)}`, warehouse: 'Main' },
    labelBarcodes: [`2018${String(n).padStart(9, '0')}00`, `%101%${10_293_145_035 + n * 13}`],
    isExpress: n % 50 === 0,
    handling: plainHandling,
  };
}

/** The n-th posting's number. */
export function numberOf(n: number): PostingNumber {
  return PostingNumber.parse(`${10_000_000 + n}-${String(1 + (mixed(n) % 420)).padStart(4, '0')}-1`);
}

/** Which of the made-up postings this is. */
export function indexOf(number: string): number {
  return Number(number.slice(0, number.indexOf('-'))) - 10_000_000;
}

function productAt(n: number): Product {
  const product = products[n % productCount];
  if (product === undefined) throw new Error('there are no products');
  return product;
}

/** A whole number that looks random and is not: Knuth's multiplicative hash, 32 bits. */
function mixed(n: number): number {
  return (Math.imul(n + 1, 2_654_435_761) >>> 0) >>> 4;
}
