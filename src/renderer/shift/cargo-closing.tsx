import { useState } from 'react';
import type { WholeCargoPlaceView } from '#contract/cargo-procedures.ts';
import type { PaperOutcome } from '#contract/handover-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { documentSentence } from '../documents/document-sentence.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Closes a place or takes it apart, after asking once, and prints what the shop has drawn of it. */
export function CargoClosing(props: {
  readonly place: WholeCargoPlaceView;
  readonly onChanged: (outcome: { readonly isUnderWay: boolean } | null) => void;
}) {
  const { say } = useTexts();
  const { place, onChanged } = props;
  const { id, steps } = place;
  const approve = useCommand('cargo.approve');
  const cancel = useCommand('cargo.cancel');
  const print = useCommand('cargo.print');
  const [asked, setAsked] = useState<'approve' | 'cancel' | null>(null);
  const [printed, setPrinted] = useState<PaperOutcome | null>(null);
  const isRunning = approve.isRunning || cancel.isRunning || print.isRunning;
  const decide = async (step: 'approve' | 'cancel') => {
    setAsked(null);
    onChanged(await (step === 'approve' ? approve : cancel).run({ id }));
  };
  return (
    <>
      <div className="settings__row">
        {(['approve', 'cancel'] as const)
          .filter((step) => steps.includes(step))
          .map((step) => (
            <ActionButton
              key={step}
              onPress={() => setAsked(step)}
              isDisabled={isRunning}
              testId={`cargo-${step}`}
            >
              {say(`cargo.${step}`)}
            </ActionButton>
          ))}
        {(['label', 'document'] as const)
          .filter((paper) => steps.includes(paper))
          .map((paper) => (
            <ActionButton
              key={paper}
              icon="document-printer"
              onPress={() => void print.run({ id, paper }).then(setPrinted)}
              isDisabled={isRunning}
              testId={`cargo-print-${paper}`}
            >
              {say(`cargo.${paper}`)}
            </ActionButton>
          ))}
      </div>
      {printed === null ? null : (
        <p className="selectable" role="status" data-testid="cargo-printed">
          {printed.outcome === 'not-ready' ? say('handoverDay.notDrawn') : documentSentence(printed)}
        </p>
      )}
      <FailureNote failure={approve.failure ?? cancel.failure ?? print.failure} />
      {asked === null ? null : (
        <DialogBox
          title={say(`cargo.${asked}`)}
          onClose={() => setAsked(null)}
          foot={
            <>
              <ActionButton onPress={() => setAsked(null)}>{say('common.cancel')}</ActionButton>
              <ActionButton look="main" onPress={() => void decide(asked)} testId="cargo-confirm">
                {say(`cargo.${asked}`)}
              </ActionButton>
            </>
          }
        >
          <p>{say(`cargo.${asked}Hint`)}</p>
        </DialogBox>
      )}
    </>
  );
}
