import { useState } from 'react';
import type { BenchView } from '#contract/bench-view.ts';
import type { Failure } from '#contract/failure.ts';
import type { SettingsView } from '#contract/procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import { ConnectWizard } from '../connect/connect-wizard.tsx';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { leaveDemo } from '../station-link/demo.ts';
import { useStation } from '../station-link/station.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ShopCard } from './shop-card.tsx';

type Known = SettingsView['shops'];

/** The seller accounts, or the way out of the demo. */
export function ShopSettings(props: {
  readonly view: BenchView;
  readonly known: Known;
  readonly onConnected: () => void;
}) {
  const { say } = useTexts();
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.shop.title')}</h1>
      {props.view.isDemo ? <DemoShop /> : <OwnShops {...props} />}
    </section>
  );
}

/** Whose key is being entered: that of a shop, or of one more. */
type Opened = ShopId | 'further';

function OwnShops(props: {
  readonly view: BenchView;
  readonly known: Known;
  readonly onConnected: () => void;
}) {
  const { say } = useTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { shops } = props.view;
  const [only, ...more] = shops;
  const shown = shops.find(({ id }) => id === opened) ?? (opened === null && more.length === 0 ? only : null);
  const isWanted = shown != null || opened === 'further' || shops.length === 0;
  return (
    <>
      {shops.map((shop) => (
        <ShopCard
          key={shop.id}
          shop={shop}
          isAmongOthers={more.length > 0}
          onKey={() => setOpened(shop.id)}
        />
      ))}
      {isWanted ? (
        <>
          {shown == null || more.length > 0 ? (
            <h2 className="settings__title">
              {shown == null ? say('shops.further') : say('shops.keyOf', { name: shown.name })}
            </h2>
          ) : null}
          <ConnectWizard
            // The first shop of all is the one that the wizard was opened for, once it is connected.
            key={opened ?? 'only'}
            shop={shown ?? null}
            known={props.known.find(({ clientId }) => clientId === shown?.clientId) ?? null}
            others={shops.flatMap(({ id, name }) => (id === shown?.id ? [] : [name]))}
            onConnected={props.onConnected}
            finishText={say('connect.finish')}
            onFinish={() => setOpened(null)}
          />
        </>
      ) : null}
      {shops.length > 0 && opened !== 'further' ? (
        <div>
          <ActionButton icon="shop" onPress={() => setOpened('further')} testId="shop-further">
            {say('shops.connectFurther')}
          </ActionButton>
        </div>
      ) : null}
    </>
  );
}

function DemoShop() {
  const { say } = useTexts();
  const station = useStation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const leave = async () => {
    const answer = await leaveDemo(station);
    setFailure(answer.ok ? null : answer.error);
  };
  return (
    <>
      <p>{say('settings.shop.demo')}</p>
      <div>
        <ActionButton onPress={() => void leave()} testId="leave-demo">
          {say('settings.shop.leaveDemo')}
        </ActionButton>
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
