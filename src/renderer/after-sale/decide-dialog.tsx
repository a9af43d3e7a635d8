import { useState } from 'react';
import type { CancellationRequestView } from '#contract/after-sale-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A lead confirms what the buyer is told, with a word for the buyer where there is one. */
export function DecideDialog(props: {
  readonly request: CancellationRequestView;
  readonly isAgreed: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useTexts();
  const { request, isAgreed, onClose } = props;
  const { run, isRunning, failure } = useCommand('afterSale.decideCancellation');
  const [comment, setComment] = useState('');
  const { id, posting } = request;
  const decide = async () => {
    if ((await run({ id, posting, isAgreed, comment })) !== null) onClose();
  };
  const word = isAgreed ? 'agree' : 'decline';
  return (
    <DialogBox
      title={say(`afterSale.cancellations.${word}Title`, { posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void decide()}
            isDisabled={isRunning}
            testId="decide-confirm"
          >
            {say(isRunning ? 'cancel.asking' : `afterSale.cancellations.${word}`)}
          </ActionButton>
        </>
      }
    >
      <p>{say(`afterSale.cancellations.${word}Hint`)}</p>
      <TextInput
        label={say('afterSale.cancellations.comment')}
        value={comment}
        onChange={setComment}
        lengthMax={500}
      />
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
