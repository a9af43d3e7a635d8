import { useState } from 'react';
import type { ProcedureInput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { toDay } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DayAccruals } from './day-accruals.tsx';
import { DayInput } from './day-input.tsx';
import { PostingAccruals } from './posting-accruals.tsx';
import { POSTINGS_MAX, postingNumbers } from './posting-numbers.ts';
import { PostingsInput } from './postings-input.tsx';

const DAY_MS = 86_400_000;

/** What the shop credits and charges: of a day, or of postings. */
export function Accruals() {
  const { say } = useTexts();
  const [by, setBy] = useState<'day' | 'postings'>('day');
  const [day, setDay] = useState(() => toDay(Date.now() - DAY_MS));
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const numbers = postingNumbers(text);
  return (
    <div className="panel accruals">
      <div className="line-form">
        <Choice
          label={say('accruals.by')}
          value={by}
          options={[
            { value: 'day', text: say('accruals.day') },
            { value: 'postings', text: say('accruals.postings') },
          ]}
          onChange={setBy}
          testIdPrefix="accruals-by"
        />
        {by === 'day' ? <DayInput day={day} onChange={setDay} /> : null}
      </div>
      {by === 'day' ? (
        <>
          <Export what={{ kind: 'day', day }} />
          <DayAccruals key={day} day={day} />
        </>
      ) : (
        <>
          <PostingsInput
            text={text}
            onChange={setText}
            count={numbers.length}
            onShow={() => setAsked(numbers.slice(0, POSTINGS_MAX))}
          />
          {asked.length === 0 ? null : (
            <>
              <Export what={{ kind: 'postings', postings: [...asked] }} />
              <PostingAccruals key={asked.join(' ')} postings={asked} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function Export({ what }: { readonly what: ProcedureInput<'accrual.export'> }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('accrual.export');
  const key = JSON.stringify(what);
  const [written, setWritten] = useState<{ readonly key: string; readonly file: string } | null>(null);
  const save = async () => {
    const answer = await run(what);
    if (answer !== null) setWritten({ key, file: answer.file });
  };
  return (
    <div className="line-form">
      <ActionButton icon="file" onPress={() => void save()} isDisabled={isRunning} testId="accruals-export">
        {say('accruals.export')}
      </ActionButton>
      {written?.key === key ? (
        <span className="note selectable" data-testid="accruals-file">
          {say('accruals.written', { file: written.file })}
        </span>
      ) : null}
      <FailureNote failure={failure} />
    </div>
  );
}
