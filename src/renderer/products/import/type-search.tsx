import { useState } from 'react';
import type { ProductTypeView } from '#contract/product-import-procedures.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { TextInput } from '../../design/text-input.tsx';
import { useNow } from '../../design/use-now.ts';
import { useAnswer } from '../../station-link/use-answer.ts';
import { useCommand } from '../../station-link/use-command.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/use-texts.ts';

/** A kind of goods is found by parts of its name and its categories' names. */
export function TypeSearch({ onChoose }: { readonly onChoose: (type: ProductTypeView) => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const [search, setSearch] = useState('');
  const { value, failure, isAsking, askAgain } = useAnswer('import.types', {
    search: search.trim(),
    isAnew: false,
  });
  const anew = useCommand('import.types');
  const readAnew = async () => {
    if ((await anew.run({ search: '', isAnew: true })) !== null) askAgain();
  };
  const types = value?.types ?? [];
  return (
    <section className="import__step">
      <h2 className="shift__title">{say('import.chooseType')}</h2>
      <TextInput label={say('import.search')} value={search} onChange={setSearch} lengthMax={100} />
      <FailureNote failure={failure ?? anew.failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      <ul className="import__types">
        {types.map((type) => (
          <li key={`${type.categoryId} ${type.typeId}`}>
            <button
              type="button"
              className="products__name"
              onClick={() => onChoose(type)}
              data-testid={`type-${type.typeId}`}
            >
              {[...type.path, type.name].join(' › ')}
            </button>
          </li>
        ))}
      </ul>
      {value === null ? null : (
        <>
          {types.length === 0 && !isAsking ? <p className="note">{say('import.noType')}</p> : null}
          {value.total > types.length ? (
            <p className="note">{say('import.moreTypes', { total: value.total })}</p>
          ) : null}
          <div className="line-form">
            <p className="note">{say('import.readAt', { at: formatMoment(language, value.readAt, now) })}</p>
            <ActionButton onPress={() => void readAnew()} isDisabled={anew.isRunning}>
              {say('import.readAnew')}
            </ActionButton>
          </div>
        </>
      )}
    </section>
  );
}
