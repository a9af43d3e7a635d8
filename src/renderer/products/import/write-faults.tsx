import { useState } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useCommand } from '../../station-link/use-command.ts';
import { useTexts } from '../../texts/use-texts.ts';

const formats = ['xlsx', 'csv'] as const;

/** Writes the lines that are in trouble as a file to be mended. */
export function WriteFaults({ id }: { readonly id: string }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('import.faults');
  const [written, setWritten] = useState<ProcedureOutput<'import.faults'> | null>(null);
  return (
    <section>
      <p className="note">{say('import.faultsHint')}</p>
      <div className="line-form">
        {formats.map((format) => (
          <ActionButton
            key={format}
            icon="file"
            onPress={() => void run({ id, format }).then(setWritten)}
            isDisabled={isRunning}
            testId={`faults-${format}`}
          >
            {say('import.faults', { format: format.toUpperCase() })}
          </ActionButton>
        ))}
      </div>
      {written === null ? null : (
        <p className="shift__written" role="status" data-testid="faults-file">
          {say('import.faultsWritten', { count: written.lines })} <b className="selectable">{written.file}</b>
        </p>
      )}
      <FailureNote failure={failure} />
    </section>
  );
}
