import type { BenchView, DeviceView } from '#contract/bench-view.ts';
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
const shopLooks: Readonly<Record<BenchView['shop']['state'], RailLook>> = {
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
  const { shop } = view;
  const outboxLook = shop.parked > 0 ? 'attention' : 'fine';
  return [
    ...devices,
    {
      name: 'shop',
      icon: 'shop',
      look: isKeyWanted(shop) || isKeyFailing(shop, now) ? 'attention' : shopLooks[shop.state],
      state: shop.state,
      sinceAt: shop.state === 'none' ? null : shop.sinceAt,
      count: 0,
    },
    {
      name: 'outbox',
      icon: 'outbox',
      look: outboxLook,
      state: shop.parked > 0 ? 'parked' : shop.owed > 0 ? 'owed' : 'empty',
      sinceAt: null,
      count: shop.owed + shop.parked,
    },
  ];
}
