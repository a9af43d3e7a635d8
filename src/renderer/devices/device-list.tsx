import type { BenchView } from '#contract/bench-view.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { say } from '../texts/texts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeviceCard } from './device-card.tsx';
import { deviceSentence } from './device-sentence.ts';
import { owedToAll } from './rail-entries.ts';
import { shopSentence } from './shop-sentence.ts';

/** Every device, the shop and the outbox with one plain sentence each. */
export function DeviceList({ view }: { readonly view: BenchView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const owed = owedToAll(view.shops);
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
      {view.shops.length === 0 ? (
        <DeviceCard
          icon="shop"
          title={say('devices.shop')}
          name={say('devices.shopState.none')}
          isFine={false}
          text={say('devices.shopDetail.none')}
        />
      ) : null}
      {view.shops.map((shop) => (
        <DeviceCard
          key={shop.id}
          icon="shop"
          title={view.shops.length === 1 ? say('devices.shop') : shop.name}
          name={say(`devices.shopState.${shop.state}`)}
          isFine={shop.state === 'online'}
          text={shopSentence(shop, (at) => formatMoment(language, at, now))}
        />
      ))}
      <DeviceCard
        icon="outbox"
        title={say('devices.outbox')}
        name=""
        isFine={owed.parked === 0}
        text={outboxSentence(owed)}
      />
    </ul>
  );
}

function outboxSentence({ owed, parked }: ReturnType<typeof owedToAll>): string {
  const waiting = owed > 0 ? say('devices.outboxDetail.owed', { count: owed }) : '';
  const refused = parked > 0 ? say('devices.outboxDetail.parked', { count: parked }) : '';
  return [waiting, refused].filter((part) => part !== '').join(' ') || say('devices.outboxDetail.empty');
}
