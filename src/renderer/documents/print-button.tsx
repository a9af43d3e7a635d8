import { useState } from 'react';
import type { BenchDocument, DocumentOutcome, OwnLabelDocument } from '#contract/document-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { documentSentence } from './document-sentence.ts';

/** Prints a document, and says where it came out or in which file it is. */
export function PrintButton(props: {
  readonly what: BenchDocument | OwnLabelDocument;
  readonly text: string;
  /** What the button is called where its text is not enough by itself, as in a row of a table. */
  readonly label?: string;
  readonly testId: string;
}) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('document.print');
  const [outcome, setOutcome] = useState<DocumentOutcome | null>(null);
  const print = async () => {
    setOutcome(null);
    setOutcome(await run({ what: props.what }));
  };
  return (
    <div className="print-document">
      <ActionButton
        icon="document-printer"
        onPress={() => void print()}
        isDisabled={isRunning}
        testId={props.testId}
        {...(props.label === undefined ? {} : { label: props.label })}
      >
        {isRunning ? say('documents.printing') : props.text}
      </ActionButton>
      {outcome === null ? null : (
        <p
          className="print-document__outcome selectable"
          role="status"
          data-testid={`${props.testId}-outcome`}
        >
          {documentSentence(outcome)}
        </p>
      )}
      <FailureNote failure={failure} />
    </div>
  );
}
