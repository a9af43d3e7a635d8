import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import type { Failure } from '#contract/failure.ts';
import { putOffFirstStart, setConnecting } from '../app/first-start-seen.ts';
import { LanguageMenu } from '../app/language-menu.tsx';
import { openScreen } from '../app/screens.ts';
import { ConnectWizard } from '../connect/connect-wizard.tsx';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { Icon, type IconName } from '../design/icon.tsx';
import { startDemo } from '../station-link/demo.ts';
import { useStation } from '../station-link/station.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A bench that nobody has set up: one question, two answers. */
export function FirstStart({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const [isOwn, setIsOwn] = useState(false);
  return (
    <main className="first-start" data-testid="first-start">
      <div className="first-start__top">
        <p className="first-start__name">{say('app.name')}</p>
        <LanguageMenu />
      </div>
      <div className="first-start__middle">
        <h1 className="first-start__title">{say(isOwn ? 'firstStart.shopTitle' : 'firstStart.title')}</h1>
        {isOwn ? (
          <OwnShop view={view} onBack={() => setIsOwn(false)} />
        ) : (
          <TwoWays onOwn={() => setIsOwn(true)} />
        )}
      </div>
    </main>
  );
}

function TwoWays({ onOwn }: { readonly onOwn: () => void }) {
  const { say } = useTexts();
  const station = useStation();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const demo = async () => {
    setIsStarting(true);
    setFailure(null);
    const answer = await startDemo(station);
    setIsStarting(false);
    if (!answer.ok) setFailure(answer.error);
  };
  return (
    <>
      <p className="first-start__question">{say('firstStart.question')}</p>
      <div className="first-start__ways">
        <Way
          icon="play"
          title={say(isStarting ? 'firstStart.demoStarting' : 'firstStart.demo')}
          body={say('firstStart.demoBody')}
          onPress={() => void demo()}
          isDisabled={isStarting}
          testId="start-demo"
        />
        <Way
          icon="shop"
          title={say('firstStart.own')}
          body={say('firstStart.ownBody')}
          onPress={onOwn}
          isDisabled={isStarting}
          testId="connect-shop"
        />
      </div>
      <FailureNote failure={failure} />
      <ActionButton
        look="plain"
        onPress={putOffFirstStart}
        isDisabled={isStarting}
        testId="first-start-later"
      >
        {say('firstStart.later')}
      </ActionButton>
    </>
  );
}

function Way(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly body: string;
  readonly onPress: () => void;
  readonly isDisabled: boolean;
  readonly testId: string;
}) {
  return (
    <Button
      className="button way"
      onPress={props.onPress}
      isDisabled={props.isDisabled}
      data-testid={props.testId}
    >
      <Icon name={props.icon} size="5rem" line={1.6} />
      <span className="way__title">{props.title}</span>
      <span className="way__body">{props.body}</span>
    </Button>
  );
}

function OwnShop({ view, onBack }: { readonly view: BenchView; readonly onBack: () => void }) {
  const { say } = useTexts();
  useEffect(() => {
    setConnecting(true);
    return () => setConnecting(false);
  }, []);
  const finish = () => {
    setConnecting(false);
    openScreen('settings');
  };
  return (
    <div className="panel first-start__form">
      <ConnectWizard
        shop={null}
        known={null}
        others={view.shops.map(({ name }) => name)}
        onConnected={() => undefined}
        finishText={say('connect.toDevices')}
        onFinish={finish}
      />
      <ActionButton look="plain" icon="left" onPress={onBack}>
        {say('firstStart.back')}
      </ActionButton>
    </div>
  );
}
