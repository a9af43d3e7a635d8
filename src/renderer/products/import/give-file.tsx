import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ProcedureOutput } from '#contract/procedures.ts';
import type { ProductTypeView } from '#contract/product-import-procedures.ts';
import { sheetProblemSentence } from '#contract/texts/product-import/import-sentences.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useCommand } from '../../station-link/use-command.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { fileData, fileMostBytes } from './file-data.ts';

type Refusal = Extract<ProcedureOutput<'import.check'>, { isSheet: false }>;

/** Takes a file from the computer and has it checked. */
export function GiveFile(props: {
  readonly type: ProductTypeView;
  readonly onChecked: (id: string) => void;
}) {
  const { say, language } = useTexts();
  const { categoryId, typeId } = props.type;
  const { run, isRunning, failure } = useCommand('import.check');
  const [checking, setChecking] = useState('');
  const [trouble, setTrouble] = useState<'import.tooLarge' | 'import.unread' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const give = async (file: File | null) => {
    if (file === null) return;
    setRefusal(null);
    setTrouble(file.size > fileMostBytes ? 'import.tooLarge' : null);
    if (file.size > fileMostBytes) return;
    const data = await fileData(file);
    if (data === null) return setTrouble('import.unread');
    setChecking(file.name);
    const answer = await run({ categoryId, typeId, fileName: file.name.slice(0, 200), data });
    if (answer?.isSheet === true) props.onChecked(answer.id);
    else setRefusal(answer);
  };
  return (
    <section>
      <h2 className="shift__title">{say('import.file')}</h2>
      <p className="note">{say('import.fileHint')}</p>
      <div className="line-form">
        <FileTrigger
          acceptedFileTypes={['.xlsx', '.csv', '.txt']}
          onSelect={(files) => void give(files?.item(0) ?? null)}
        >
          <ActionButton
            look="main"
            icon="file"
            onPress={() => undefined}
            isDisabled={isRunning}
            testId="give-file"
          >
            {say('import.choose')}
          </ActionButton>
        </FileTrigger>
      </div>
      {isRunning ? <p role="status">{say('import.checking', { name: checking })}</p> : null}
      {trouble === null ? null : <p role="alert">{say(trouble)}</p>}
      {refusal === null ? null : (
        <p className="failure" role="alert" data-testid="file-refused">
          {sheetProblemSentence(language, refusal.code, refusal.facts)}
        </p>
      )}
      <FailureNote failure={failure} />
    </section>
  );
}
