import type { FoundDevice } from '#contract/found-device.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';
import { type DeviceUse, usesOf, withDevice } from './use-found-device.ts';

/** What is plugged into this computer: its address is taken from here instead of being typed. Nothing is opened for it. */
export function FoundDevicesPanel(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}) {
  const { say } = useTexts();
  const { draft, change } = props;
  const { value, failure, isAsking, askAgain } = useAnswer('devices.found', {}, []);
  const use = (device: FoundDevice, as: DeviceUse) => change(withDevice(draft, device, as));
  return (
    <section className="panel found-devices" aria-label={say('found.title')} data-testid="found-devices">
      <div className="panel__head">
        <h2 className="panel__title">{say('found.title')}</h2>
        <ActionButton onPress={askAgain} isDisabled={isAsking} testId="found-again">
          {say(isAsking ? 'found.looking' : 'found.again')}
        </ActionButton>
      </div>
      <FailureNote failure={failure} onRetry={askAgain} />
      {value?.devices.length === 0 ? <p className="note">{say('found.none')}</p> : null}
      <ul className="found-devices__list">
        {value?.devices.map((device) => (
          <li key={device.at} className="found-devices__one">
            <div>
              <b>{device.label === '' ? say(`found.kind.${device.kind}`) : device.label}</b>
              <p className="note selectable">{device.at}</p>
            </div>
            {device.isUsable ? (
              usesOf(device).map((as) => (
                <ActionButton key={as} onPress={() => use(device, as)} testId={`use-as-${as}-${device.at}`}>
                  {say(`found.useAs.${as}`)}
                </ActionButton>
              ))
            ) : (
              <p className="note">{say('found.notUsable')}</p>
            )}
          </li>
        ))}
      </ul>
      {value?.unseen.map(({ kind }) => (
        <p key={kind} className="note">
          {say('found.unseen', { kind: say(`found.kind.${kind}`) })}
        </p>
      ))}
    </section>
  );
}
