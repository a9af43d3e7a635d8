import { useState } from 'react';
import type { BenchView, ShopView } from '#contract/bench-view.ts';
import type { Failure } from '#contract/failure.ts';
import type { SettingsView } from '#contract/procedures.ts';
import { ConnectWizard } from '../connect/connect-wizard.tsx';
import { WarehouseList } from '../connect/warehouse-list.tsx';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { shopSentence } from '../devices/shop-sentence.ts';
import { leaveDemo } from '../station-link/demo.ts';
import { useStation } from '../station-link/station.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The seller account, or the way out of the demo. */
export function ShopSettings(props: {
  readonly view: BenchView;
  readonly known: SettingsView['shop'] | null;
  readonly onConnected: () => void;
}) {
  const { say } = useTexts();
  const { view, known, onConnected } = props;
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.shop.title')}</h1>
      {view.shop.isDemo ? (
        <DemoShop />
      ) : (
        <>
          <ShopNow shop={view.shop} />
          <ConnectWizard
            shop={view.shop}
            known={known}
            onConnected={onConnected}
            finishText={say('connect.finish')}
            onFinish={() => undefined}
          />
        </>
      )}
    </section>
  );
}

/** How the bench stands with the shop that it has, and what that account is. */
function ShopNow({ shop }: { readonly shop: ShopView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value: account } = useAnswer('shop.profile', shop.state === 'online' ? {} : null, ['settings']);
  if (shop.clientId === null) return null;
  return (
    <div className="connect">
      <p role="status" data-testid="shop-sentence">
        <b>{say(`devices.shopState.${shop.state}`)}</b>{' '}
        {shopSentence(shop, (at) => formatMoment(language, at, now))}
      </p>
      {account === null || shop.state !== 'online' ? null : (
        <details data-testid="shop-account">
          <summary>
            {account.name === ''
              ? say('connect.warehouses')
              : say('connect.warehousesOf', { name: account.name })}
          </summary>
          <WarehouseList account={account} />
        </details>
      )}
    </div>
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
