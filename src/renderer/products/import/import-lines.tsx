import { useState } from 'react';
import type { ImportLineView } from '#contract/product-import-procedures.ts';
import { findingSentence } from '#contract/texts/product-import/import-sentences.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { Choice } from '../../design/choice.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useAnswer } from '../../station-link/use-answer.ts';
import { useTexts } from '../../texts/use-texts.ts';

const atOnce = 50;

/** The lines of a file, those with trouble first, each with what is wrong in words. */
export function ImportLines({ id }: { readonly id: string }) {
  const { say } = useTexts();
  const [which, setWhich] = useState<'trouble' | 'all'>('trouble');
  const [offset, setOffset] = useState(0);
  const { value, failure, askAgain } = useAnswer('import.lines', { id, which, limit: atOnce, offset }, [
    'imports',
  ]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const { lines, total } = value;
  const choose = (wanted: 'trouble' | 'all') => {
    setOffset(0);
    setWhich(wanted);
  };
  return (
    <section>
      <Choice
        label={say('import.show')}
        value={which}
        options={[
          { value: 'trouble', text: say('import.which.trouble') },
          { value: 'all', text: say('import.which.all') },
        ]}
        onChange={choose}
      />
      {lines.length === 0 ? <p className="note">{say('import.noTrouble')}</p> : <LineTable lines={lines} />}
      {total > atOnce ? (
        <div className="products__foot">
          <p className="note">
            {say('import.range', { from: offset + 1, to: offset + lines.length, total })}
          </p>
          <div className="row-actions">
            <ActionButton
              icon="left"
              label={say('import.before')}
              onPress={() => setOffset(Math.max(0, offset - atOnce))}
              isDisabled={offset === 0}
            >
              {''}
            </ActionButton>
            <ActionButton
              icon="right"
              label={say('import.after')}
              onPress={() => setOffset(offset + atOnce)}
              isDisabled={offset + lines.length >= total}
              testId="lines-after"
            >
              {''}
            </ActionButton>
          </div>
        </div>
      ) : null}
    </section>
  );
}

function LineTable({ lines }: { readonly lines: readonly ImportLineView[] }) {
  const { say, language } = useTexts();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('import.row')}</th>
          <th>{say('import.article')}</th>
          <th>{say('import.name')}</th>
          <th>{say('import.standing')}</th>
          <th>{say('import.what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, article, name, state, findings, complaints }) => {
          const said = [
            ...findings.map((one) => ({ column: one.column, words: findingSentence(language, one) })),
            ...complaints,
          ];
          return (
            <tr key={row} data-testid={`line-${row}`}>
              <td>{row}</td>
              <td className="is-code import__text">{article}</td>
              <td className="import__text">{name}</td>
              <td>{say(`import.line.${state}`)}</td>
              <td className="import__text">
                {said.map(({ column, words }) => (
                  <p key={`${column} ${words}`}>
                    {column === '' ? null : <b>{`${column}: `}</b>}
                    {words}
                  </p>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
