import type { BenchView, DeviceView, ShopView } from '#contract/bench-view.ts';
import { isKeyFailing, isKeyWanted } from './shop-sentence.ts';

/** How one of the rail's shapes looks: steady when fine, hollow when away, notched when it needs a hand. */
export type RailLook = 'fine' | 'hollow' | 'attention' | 'waiting' | 'missing';

/** One shape of the rail. */
export interface RailEntry {
  readonly name: string;
  readonly icon: DeviceView['kind'] | 'shop' | 'outbox';
  readonly look: RailLook;
  /** The state in the station's own word. */
  readonly state: string;
  readonly sinceAt: number | null;
  readonly count: number;
}

const kinds = ['scanner', 'scale', 'label-printer', 'document-printer'] as const;
const deviceLooks: Readonly<Record<DeviceView['state'], RailLook>> = {
  ready: 'fine',
  connecting: 'waiting',
  away: 'hollow',
  attention: 'attention',
  missing: 'missing',
};
const shopLooks: Readonly<Record<ShopView['state'], RailLook>> = {
  online: 'fine',
  connecting: 'waiting',
  offline: 'hollow',
  none: 'missing',
  unauthorized: 'attention',
};

/** The rail's shapes: scanners, scale, printer, shop, and what the shop has not been told yet. */
export function railEntries(view: BenchView, now: number = Date.now()): readonly RailEntry[] {
  const devices = kinds.flatMap((kind): RailEntry[] => {
    const known = view.devices.filter((device) => device.kind === kind);
    // A bench does well without a printer of documents: they become files.
    if (known.length === 0 && kind === 'document-printer') return [];
    if (known.length === 0) {
      return [{ name: kind, icon: kind, look: 'missing', state: 'missing', sinceAt: null, count: 0 }];
    }
    return known.map(({ device, state, sinceAt }) => ({
      name: device,
      icon: kind,
      look: deviceLooks[state],
      state,
      sinceAt: state === 'missing' ? null : sinceAt,
      count: 0,
    }));
  });
  const { shops } = view;
  return [...devices, ...shopEntries(shops, now), outboxEntry(shops)];
}

/** A shape for each shop; a bench without one shows that it is missing. */
function shopEntries(shops: readonly ShopView[], now: number): readonly RailEntry[] {
  const entry = { name: 'shop', icon: 'shop', count: 0 } as const;
  if (shops.length === 0) return [{ ...entry, look: 'missing', state: 'none', sinceAt: null }];
  return shops.map((shop) => ({
    ...entry,
    name: shops.length === 1 ? 'shop' : `shop-${shop.clientId}`,
    look: isKeyWanted(shop) || isKeyFailing(shop, now) ? 'attention' : shopLooks[shop.state],
    state: shop.state,
    sinceAt: shop.state === 'none' ? null : shop.sinceAt,
  }));
}

function outboxEntry(shops: readonly ShopView[]): RailEntry {
  const { owed, parked } = owedToAll(shops);
  return {
    name: 'outbox',
    icon: 'outbox',
    look: parked > 0 ? 'attention' : 'fine',
    state: parked > 0 ? 'parked' : owed > 0 ? 'owed' : 'empty',
    sinceAt: null,
    count: owed + parked,
  };
}

/** What none of the shops has confirmed, and what a person must look at, taken together. */
export function owedToAll(shops: readonly ShopView[]): Pick<ShopView, 'owed' | 'parked'> {
  return {
    owed: shops.reduce((sum, { owed }) => sum + owed, 0),
    parked: shops.reduce((sum, { parked }) => sum + parked, 0),
  };
}
