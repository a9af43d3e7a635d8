import type { ZodSafeParseResult } from 'zod';
import type { Sku } from '#domain/ids.ts';
import type { Product } from '#domain/posting/product.ts';
import { err, ok } from '#domain/result.ts';
import type { SellerAccount, SetAside, ShopAnswer } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { CallOptions } from './client.ts';
import { productFromWire } from './mapping/product.ts';
import { setAside } from './mapping/set-aside.ts';
import { METHOD } from './methods.ts';
import { ProductListAnswer, SizesAnswer, WireProduct, WireSizes } from './wire/product.ts';

const AT_ONCE = 1000;
const PAGES = 20;

/** `/v3/product/info/list` for names, barcodes and pictures, `/v4/product/info/attributes` for sizes and weights. */
export function productMethods(parts: AccountParts): Pick<SellerAccount, 'getProducts'> {
  return {
    async getProducts(skus, signal) {
      const options: CallOptions = { effect: 'repeatable', urgency: 'background', signal };
      // One SKU that is no int64 would have the whole request refused.
      const asked = [...new Set(skus)].filter((sku) => /^[1-9]\d{0,18}$/.test(sku)).slice(0, AT_ONCE);
      if (asked.length === 0) return ok({ products: [], setAside: [] });
      const answer = await parts.client.call(METHOD.products, { sku: asked }, ProductListAnswer, options);
      if (!answer.ok) return answer;
      const infos = eachParsed(answer.value.items, (item) => WireProduct.safeParse(item));
      const sizes = await readSizes(parts, asked, options);
      if (!sizes.ok) return sizes;
      return ok(combine(asked, infos, sizes.value));
    },
  };
}

type Read<Value> = { readonly read: readonly Value[]; readonly setAside: readonly SetAside[] };

function combine(asked: readonly Sku[], infos: Read<WireProduct>, sizes: Read<WireSizes>) {
  const products: Product[] = [];
  const aside: SetAside[] = [...infos.setAside, ...sizes.setAside];
  for (const sku of asked) {
    const info = infos.read.find((item) => item.sku === sku) ?? infos.read.find((item) => sellsAs(item, sku));
    if (info === undefined) continue;
    const size = sizes.read.find((item) => item.sku === sku || (item.id !== null && item.id === info.id));
    const product = productFromWire(sku, info, size ?? null);
    if (product.success) products.push(product.data);
    else aside.push(setAside(info, products.length, 'sku', product.error));
  }
  return { products, setAside: aside };
}

function sellsAs(item: WireProduct, sku: Sku): boolean {
  return item.sources.some((source) => source.sku === sku);
}

/** Sizes of listed products, then of archived ones, which the first question leaves out. */
async function readSizes(
  parts: AccountParts,
  skus: readonly Sku[],
  options: CallOptions,
): ShopAnswer<Read<WireSizes>> {
  const listed = await readSizesOf(parts, skus, 'ALL', options);
  if (!listed.ok) return listed;
  const known = new Set(listed.value.read.map((item) => item.sku));
  const missing = skus.filter((sku) => !known.has(sku));
  if (missing.length === 0) return listed;
  const archived = await readSizesOf(parts, missing, 'ARCHIVED', options);
  if (!archived.ok) return archived;
  return ok({
    read: [...listed.value.read, ...archived.value.read],
    setAside: [...listed.value.setAside, ...archived.value.setAside],
  });
}

async function readSizesOf(
  parts: AccountParts,
  skus: readonly Sku[],
  visibility: 'ALL' | 'ARCHIVED',
  options: CallOptions,
): ShopAnswer<Read<WireSizes>> {
  const items: unknown[] = [];
  let lastId = '';
  for (let page = 0; page < PAGES; page += 1) {
    const body = { filter: { sku: skus, visibility }, limit: AT_ONCE, last_id: lastId, sort_dir: 'ASC' };
    const answer = await parts.client.call(METHOD.sizes, body, SizesAnswer, options);
    // "Nothing found" is a 404 in some methods.
    if (!answer.ok && answer.error.code === 'refused' && answer.error.shopCode === 'NOT_FOUND') break;
    if (!answer.ok) return err(answer.error);
    items.push(...answer.value.items);
    const next = answer.value.lastId;
    if (answer.value.items.length < AT_ONCE || next === '' || next === lastId) break;
    lastId = next;
  }
  return ok(eachParsed(items, (item) => WireSizes.safeParse(item)));
}

/** Each item as `parse` reads it; those that it cannot read are set aside. */
export function eachParsed<Value>(
  items: readonly unknown[],
  parse: (item: unknown) => ZodSafeParseResult<Value>,
): Read<Value> {
  const read: Value[] = [];
  const aside: SetAside[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = parse(item);
    if (parsed.success) read.push(parsed.data);
    else aside.push(setAside(item, index, 'sku', parsed.error));
  }
  return { read, setAside: aside };
}
