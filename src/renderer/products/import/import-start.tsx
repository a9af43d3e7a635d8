import { useState } from 'react';
import type { ProductTypeView } from '#contract/product-import-procedures.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useCommand } from '../../station-link/use-command.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { GiveFile } from './give-file.tsx';
import { TypeSearch } from './type-search.tsx';

const formats = ['xlsx', 'csv'] as const;

/** The three steps to a checked file. */
export function ImportStart({ onChecked }: { readonly onChecked: (id: string) => void }) {
  const { say } = useTexts();
  const [type, setType] = useState<ProductTypeView | null>(null);
  if (type === null) return <TypeSearch onChoose={setType} />;
  return (
    <>
      <div className="line-form">
        <p data-testid="import-type">
          {`${say('import.chosen')}: `}
          <b>{[...type.path, type.name].join(' › ')}</b>
        </p>
        <ActionButton onPress={() => setType(null)}>{say('import.otherType')}</ActionButton>
      </div>
      <Template type={type} />
      <GiveFile type={type} onChecked={onChecked} />
    </>
  );
}

function Template({ type }: { readonly type: ProductTypeView }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('import.template');
  const [file, setFile] = useState<string | null>(null);
  const { categoryId, typeId } = type;
  const write = async (format: (typeof formats)[number]) => {
    setFile(null);
    const answer = await run({ categoryId, typeId, format });
    setFile(answer?.file ?? null);
  };
  return (
    <section className="import__step">
      <h2 className="shift__title">{say('import.template')}</h2>
      <p className="note">{say('import.templateHint')}</p>
      <div className="line-form">
        {formats.map((format) => (
          <ActionButton
            key={format}
            icon="file"
            onPress={() => void write(format)}
            isDisabled={isRunning}
            testId={`template-${format}`}
          >
            {say('import.templateAs', { format: format.toUpperCase() })}
          </ActionButton>
        ))}
      </div>
      {isRunning ? <p role="status">{say('common.loading')}</p> : null}
      {file === null ? null : (
        <p className="shift__written" role="status" data-testid="template-file">
          {say('import.written')} <b className="selectable">{file}</b>
        </p>
      )}
      <FailureNote failure={failure} />
    </section>
  );
}
