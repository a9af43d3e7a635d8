import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { Icon } from '../design/icon.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Simulation } from './use-simulation.ts';

/** What could be scanned now, each one press away; and any code at all. */
export function SimulatedScanner({ simulation }: { readonly simulation: Simulation }) {
  const { say } = useTexts();
  const [text, setText] = useState('');
  const { scans } = simulation.suggestions;
  const scanTyped = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    simulation.scan(text.trim());
    setText('');
  };
  return (
    <section className="sim-device">
      <h2 className="sim-device__title">
        <Icon name="scanner" size="1.75rem" /> {say('sim.scanner')}
      </h2>
      {scans.length === 0 ? <p className="note">{say('sim.nothing')}</p> : null}
      <ul className="sim-scans">
        {scans.map((suggestion, index) => (
          <li key={`${suggestion.what} ${suggestion.text}`}>
            <Button
              className={`button sim-scan sim-scan--${suggestion.what}`}
              onPress={() => simulation.scan(suggestion.text)}
              data-testid={`sim-scan-${index}`}
              data-what={suggestion.what}
              data-text={suggestion.text}
            >
              <span className="sim-scan__what">{say(`sim.what.${suggestion.what}`)}</span>
              <span className="sim-scan__name">{suggestion.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form className="sim-typed" onSubmit={scanTyped}>
        <TextInput label={say('sim.type')} value={text} onChange={setText} />
        <ActionButton onPress={() => undefined} isSubmit testId="sim-scan-typed">
          {say('sim.scan')}
        </ActionButton>
      </form>
      <FailureNote failure={simulation.failure} />
    </section>
  );
}
