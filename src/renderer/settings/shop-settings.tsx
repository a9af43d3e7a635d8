import { useState } from 'react';
import type { BenchView } from '#contract/bench-view.ts';
import type { Failure } from '#contract/failure.ts';
import type { SettingsView } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { leaveDemo } from '../station-link/demo.ts';
import { useStation } from '../station-link/station.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ShopForm } from './shop-form.tsx';

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
        <ShopForm shop={view.shop} known={known} onConnected={onConnected} />
      )}
    </section>
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
