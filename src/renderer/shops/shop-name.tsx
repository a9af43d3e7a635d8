import type { ShopId } from '#domain/ids.ts';
import { useBench } from '../bench-store/bench-store.ts';

/** Whose something is, where the bench has several shops; nothing where it has one. */
export function ShopName({ shop }: { readonly shop: ShopId }) {
  const name = useShopName(shop);
  return name === null ? null : (
    <span className="shop-name" data-testid="shop-name">
      {name}
    </span>
  );
}

/** How a shop is called, where the bench has several; null where there is nothing to tell apart. */
export function useShopName(shop: ShopId): string | null {
  const view = useBench((state) => state.view);
  if (view === null || view.shops.length < 2) return null;
  return view.shops.find(({ id }) => id === shop)?.name ?? null;
}
