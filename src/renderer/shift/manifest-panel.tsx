import { useState } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ReturnCheckExport } from '../after-sale/return-check-export.tsx';
import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { PrintButton } from '../documents/print-button.tsx';
import type { Asked } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ManifestTable } from './manifest-table.tsx';

const formats = ['xlsx', 'csv', 'pdf'] as const;

/** The day's packages, and the file for the courier or the office. */
export function ManifestPanel(props: {
  readonly day: string;
  readonly manifest: Asked<ProcedureOutput<'manifest.rows'>>;
  readonly isLead: boolean;
}) {
  const { say } = useTexts();
  const { manifest, day, isLead } = props;
  return (
    <section className="shift__section">
      <div className="shift__head">
        <h2 className="shift__title">{say('shift.manifest')}</h2>
        <PrintButton
          what={{ document: 'manifest', day }}
          text={say('documents.manifest')}
          label={say('documents.manifestLabel')}
          testId="print-manifest"
        />
        <ManifestExport day={day} />
        <ReturnCheckExport day={day} />
      </div>
      <FailureNote failure={manifest.failure} onRetry={manifest.askAgain} />
      {manifest.value === null ? null : manifest.value.total === 0 ? (
        <EmptyState icon="file" title={say('shift.manifestEmpty')} hint={say('shift.noPackagesHint')} />
      ) : (
        <div className="panel scroll manifest">
          <ManifestTable rows={manifest.value.rows} total={manifest.value.total} isLead={isLead} />
        </div>
      )}
    </section>
  );
}

function ManifestExport({ day }: { readonly day: string }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('manifest.export');
  const [written, setWritten] = useState<ProcedureOutput<'manifest.export'> | null>(null);
  const write = async (format: (typeof formats)[number]) => {
    setWritten(null);
    setWritten(await run({ day, format }));
  };
  return (
    <>
      <div className="shift__exports">
        {formats.map((format) => (
          <ActionButton
            key={format}
            icon="file"
            label={say('shift.exportAs', { format: format.toUpperCase() })}
            onPress={() => void write(format)}
            isDisabled={isRunning}
            testId={`export-${format}`}
          >
            {format.toUpperCase()}
          </ActionButton>
        ))}
      </div>
      {isRunning ? <p role="status">{say('shift.exporting')}</p> : null}
      {written === null ? null : (
        <p className="shift__written" role="status" data-testid="export-result">
          {say('shift.exported', { count: written.packages })} <b className="selectable">{written.file}</b>
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
