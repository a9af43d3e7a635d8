import { useState } from 'react';
import { type ReturnCheckView, returnFindings } from '#contract/return-check-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The goods are in hand: what a person finds of them, and what was found before. */
export function ReturnCheck(props: {
  readonly id: string;
  readonly checks: readonly ReturnCheckView[];
  readonly onNoted: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { id, checks, onNoted } = props;
  const { run, isRunning, failure } = useCommand('returnCheck.note');
  const [note, setNote] = useState('');
  const find = async (found: ReturnCheckView['found']) => {
    if ((await run({ id, found, note })) === null) return;
    setNote('');
    onNoted();
  };
  return (
    <section className="panel return-action">
      <h3 className="panel__title">{say('returnCheck.title')}</h3>
      {checks.map((check) => (
        <p key={check.at} data-testid="return-found" data-found={check.found}>
          <b>{say(`returnCheck.found.${check.found}`)}</b>{' '}
          {[check.note, check.person, formatMoment(language, check.at, now)].filter(Boolean).join(' · ')}
        </p>
      ))}
      <TextInput label={say('returnCheck.note')} value={note} onChange={setNote} lengthMax={500} />
      <div className="line-form">
        {returnFindings.map((found) => (
          <ActionButton
            key={found}
            look={found === 'received' ? 'main' : 'normal'}
            onPress={() => void find(found)}
            isDisabled={isRunning}
            testId={`return-is-${found}`}
          >
            {say(`returnCheck.found.${found}`)}
          </ActionButton>
        ))}
      </div>
      <FailureNote failure={failure} />
    </section>
  );
}
