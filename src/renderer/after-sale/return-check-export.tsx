import { useState } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Writes what was found of a day's returns into a file, beside the day's manifest. */
export function ReturnCheckExport({ day }: { readonly day: string }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('returnCheck.export');
  const [written, setWritten] = useState<ProcedureOutput<'returnCheck.export'> | null>(null);
  const write = async () => {
    setWritten(null);
    setWritten(await run({ day }));
  };
  return (
    <>
      <ActionButton icon="file" onPress={() => void write()} isDisabled={isRunning} testId="export-returns">
        {say('returnCheck.export')}
      </ActionButton>
      {written === null ? null : (
        <p className="shift__written" role="status" data-testid="export-returns-result">
          {say('returnCheck.exported', { count: written.returns })}{' '}
          <b className="selectable">{written.file}</b>
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
