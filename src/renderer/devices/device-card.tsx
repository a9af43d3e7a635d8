import { useState } from 'react';
import type { DeviceView } from '#contract/bench-view.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { Icon, type IconName } from '../design/icon.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';

/** One device: what it is, how it is, what puts it right, and a test where there is one. */
export function DeviceCard(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly name: string;
  readonly isFine: boolean;
  readonly text: string;
  /** The device to try; left out where nothing can be tried. */
  readonly testDevice?: Pick<DeviceView, 'device' | 'kind' | 'detail'>;
}) {
  return (
    <li className={props.isFine ? 'device-card is-fine' : 'device-card'}>
      <Icon name={props.icon} size="2.25rem" />
      <div className="device-card__words">
        <p className="device-card__title">
          {props.title} <span className="device-card__name">{props.name}</span>
        </p>
        <p className="device-card__text">{props.text}</p>
      </div>
      {props.testDevice === undefined ? null : <DeviceTest {...props.testDevice} />}
    </li>
  );
}

const readyKeys: Readonly<Record<DeviceView['kind'], string>> = {
  scanner: 'devices.testResult.scanner',
  scale: 'devices.testResult.ready',
  'label-printer': 'devices.testResult.printed',
  'document-printer': 'documents.testPrinted',
};

/** Tries a device and says in plain words what came of it. */
export function DeviceTest({ device, kind, detail }: Pick<DeviceView, 'device' | 'kind' | 'detail'>) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('device.test');
  const [result, setResult] = useState<string | null>(null);
  const test = async () => {
    setResult(null);
    const answer = await run({ device });
    if (answer === null) return;
    const key = answer.result === 'ready' ? readyKeys[kind] : `devices.testResult.${answer.result}`;
    const first = say(keyOr(key, 'devices.tested'), { result: answer.result });
    const { detail } = answer;
    if (detail === null) return setResult(first);
    const second = say(keyOr(`devices.detail.${detail}`, 'devices.detail.other'), { detail });
    setResult(say('common.sentences', { first, second }));
  };
  return (
    <div className="device-test">
      {detail === 'half-job' ? <EmptiedButton device={device} /> : null}
      <ActionButton onPress={() => void test()} isDisabled={isRunning} testId={`test-${device}`}>
        {say(isRunning ? 'devices.testing' : 'devices.test')}
      </ActionButton>
      {result === null ? null : (
        <p className="device-test__result" role="status">
          {result}
        </p>
      )}
      <FailureNote failure={failure} />
    </div>
  );
}

/** After a job that was cut off: only a person knows that the printer was switched off and on. */
function EmptiedButton({ device }: { readonly device: string }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('printer.emptied');
  return (
    <>
      <ActionButton onPress={() => void run({ device })} isDisabled={isRunning} testId={`emptied-${device}`}>
        {say('labelProblem.emptied')}
      </ActionButton>
      <FailureNote failure={failure} />
    </>
  );
}
