import type { PostingState, ShopAdmin } from './shop-admin.ts';

/** One thing that goes into the box, with the code on it that the packer scans. */
export type OrderUnit = { readonly sku: number; readonly code: string };

/** A posting as the packer has it in hand: the number on the pick list and the goods from the shelf. */
export type Order = { readonly posting: string; readonly units: readonly OrderUnit[] };

/** Takes the goods of a posting from the shelf; a marked product comes with a marking code of its own on each unit. */
export async function fetchOrder(shop: ShopAdmin, posting: string): Promise<Order> {
  return toOrder(shop, await shop.posting(posting));
}

/** Adds a posting of this shape to the shop and takes its goods from the shelf. */
export async function addOrder(shop: ShopAdmin, wish: Parameters<ShopAdmin['add']>[0]): Promise<Order> {
  const [posting] = await shop.add(wish);
  if (posting === undefined) throw new Error('the shop added no posting');
  return fetchOrder(shop, posting);
}

/** As {@link fetchOrder} of what the shop has told of the posting already. */
export async function toOrder(shop: ShopAdmin, state: PostingState): Promise<Order> {
  const units: OrderUnit[] = [];
  for (const { sku, quantity, barcodes, marked } of state.lines) {
    for (let n = 0; n < quantity; n += 1) {
      // A product may carry several barcodes; a hand picks whichever is on top.
      const barcode = barcodes[n % barcodes.length];
      const code = marked ? await shop.markingCode(sku) : barcode;
      if (code === undefined) throw new Error(`product ${sku} carries no barcode`);
      units.push({ sku, code });
    }
  }
  return { posting: state.number, units };
}
