import type { BenchView, ShopView } from '#contract/bench-view.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { say } from '../texts/texts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeviceCard } from './device-card.tsx';
import { deviceSentence } from './device-sentence.ts';
import { shopSentence } from './shop-sentence.ts';

/** Every device, the shop and the outbox with one plain sentence each. */
export function DeviceList({ view }: { readonly view: BenchView }) {
  const { say, language } = useTexts();
  const now = useNow();
  return (
    <ul className="device-list">
      {view.devices.map((device) => (
        <DeviceCard
          key={device.device}
          icon={device.kind}
          title={say(`devices.kind.${device.kind}`)}
          name={device.state === 'missing' ? '' : (device.name ?? device.device)}
          isFine={device.state === 'ready'}
          text={deviceSentence(device)}
          {...(device.state === 'missing' ? {} : { testDevice: device })}
        />
      ))}
      <DeviceCard
        icon="shop"
        title={say('devices.shop')}
        name={say(`devices.shopState.${view.shop.state}`)}
        isFine={view.shop.state === 'online'}
        text={shopSentence(view.shop, (at) => formatMoment(language, at, now))}
      />
      <DeviceCard
        icon="outbox"
        title={say('devices.outbox')}
        name=""
        isFine={view.shop.parked === 0}
        text={outboxSentence(view.shop)}
      />
    </ul>
  );
}

function outboxSentence(shop: ShopView): string {
  const owed = shop.owed > 0 ? say('devices.outboxDetail.owed', { count: shop.owed }) : '';
  const parked = shop.parked > 0 ? say('devices.outboxDetail.parked', { count: shop.parked }) : '';
  return [owed, parked].filter((part) => part !== '').join(' ') || say('devices.outboxDetail.empty');
}
