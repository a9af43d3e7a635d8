import { type ReactNode, useMemo } from 'react';
import type { ShopId } from '#domain/ids.ts';
import { StationContext, useStation } from '../station-link/station.ts';

/** Everything inside speaks to the station about this shop. */
export function OfShop({ shop, children }: { readonly shop: ShopId; readonly children: ReactNode }) {
  const station = useStation();
  const bound = useMemo(() => station.ofShop(shop), [station, shop]);
  return <StationContext value={bound}>{children}</StationContext>;
}
