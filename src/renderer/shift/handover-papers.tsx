import { useState } from 'react';
import type { HandoverPaper, HandoverStatus, PaperOutcome } from '#contract/handover-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { documentSentence } from '../documents/document-sentence.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The papers of a handover, printed on the printer of documents or kept as files. */
export function HandoverPapers({ id, status }: { readonly id: string; readonly status: HandoverStatus }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('handover.print');
  const [outcome, setOutcome] = useState<PaperOutcome | null>(null);
  const papers: readonly HandoverPaper[] =
    status === 'accepted' ? ['list', 'cargo-labels', 'discrepancies'] : ['list', 'cargo-labels'];
  const print = async (paper: HandoverPaper) => {
    setOutcome(null);
    setOutcome(await run({ id, paper }));
  };
  return (
    <>
      <div className="settings__row">
        {papers.map((paper) => (
          <ActionButton
            key={paper}
            icon="document-printer"
            onPress={() => void print(paper)}
            isDisabled={isRunning}
            testId={`handover-print-${paper}`}
          >
            {say(`handoverDay.papers.${paper}`)}
          </ActionButton>
        ))}
      </div>
      {outcome === null ? null : (
        <p className="selectable" role="status" data-testid="handover-printed">
          {outcome.outcome === 'not-ready' ? say('handoverDay.notDrawn') : documentSentence(outcome)}
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
