import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { BenchView } from '#contract/bench-view.ts';
import { ActorId } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

const digitsMost = 8;
const digitKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A PIN by finger or by keys; a badge scanned meanwhile signs in all the same. */
export function PinEntry(props: {
  readonly person: BenchView['people'][number];
  readonly onBack: () => void;
}) {
  const { say } = useTexts();
  const { person, onBack } = props;
  const { run, isRunning, failure, forgetFailure } = useCommand('bench.signIn');
  const [pin, setPin] = useState('');
  const pad = useRef<HTMLDivElement>(null);
  usePadFocus(pad, (count) => setPin((before) => before.slice(0, -count)));

  const type = (digit: string) => {
    forgetFailure();
    setPin((before) => (before + digit).slice(0, digitsMost));
  };
  const erase = () => setPin((before) => before.slice(0, -1));
  const enter = async () => {
    const actor = ActorId.safeParse(person.id);
    if (!actor.success || pin === '') return;
    await run({ actor: actor.data, pin });
    setPin('');
    pad.current?.focus();
  };
  const keydown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit !== undefined) type(digit);
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Enter' && event.target === pad.current) void enter();
    else if (event.key === 'Escape') onBack();
  };

  return (
    <div className="pin-entry">
      <h2 className="pin-entry__title">
        {say(person.hasPin ? 'signIn.pinFor' : 'signIn.noPin', { name: person.name })}
      </h2>
      {person.hasPin ? (
        // biome-ignore lint/a11y/useSemanticElements: the digits are typed into the pad as a whole, a fieldset takes no keys.
        <div className="pin-pad" role="group" data-pin-pad="" tabIndex={-1} ref={pad} onKeyDown={keydown}>
          <p className="pin-pad__dots" aria-live="polite">
            <span className="unseen">{say('signIn.digits', { count: pin.length })}</span>
            <span aria-hidden="true">{'●'.repeat(pin.length) || '–'}</span>
          </p>
          <div className="pin-pad__keys">
            {digitKeys.map((digit) => (
              <PadKey key={digit} digit={digit} onType={type} />
            ))}
            <ActionButton onPress={erase} label={say('signIn.erase')} icon="left">
              {''}
            </ActionButton>
            <PadKey digit="0" onType={type} />
            <ActionButton
              look="main"
              onPress={() => void enter()}
              isDisabled={pin.length < 4 || isRunning}
              testId="pin-enter"
            >
              {say('signIn.enter')}
            </ActionButton>
          </div>
        </div>
      ) : null}
      <FailureNote failure={failure} />
      <ActionButton look="plain" icon="left" onPress={onBack}>
        {say('signIn.back')}
      </ActionButton>
    </div>
  );
}

function PadKey({ digit, onType }: { readonly digit: string; readonly onType: (digit: string) => void }) {
  return <ActionButton onPress={() => onType(digit)}>{digit}</ActionButton>;
}

/** The pad takes keys from the start, and gives back digits that turned out to be a scan's. */
function usePadFocus(
  pad: { readonly current: HTMLDivElement | null },
  takeOut: (count: number) => void,
): void {
  const latest = useRef(takeOut);
  latest.current = takeOut;
  useEffect(() => {
    const element = pad.current;
    if (element === null) return;
    element.focus();
    const listener = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'number') latest.current(event.detail);
    };
    element.addEventListener('packbench:take-out', listener);
    return () => element.removeEventListener('packbench:take-out', listener);
  }, [pad]);
}
