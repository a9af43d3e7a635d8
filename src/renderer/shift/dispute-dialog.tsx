import { shopStatusText } from '#contract/texts/sentences.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A lead decides on a parcel that the shop does not have; only what the shop takes now can be pressed. */
export function DisputeDialog(props: {
  readonly posting: PostingNumber;
  readonly onClose: (isDone: boolean) => void;
}) {
  const { say, language } = useTexts();
  const { posting, onClose } = props;
  const { value, failure, askAgain } = useAnswer('handover.missing', { posting });
  const { run, isRunning, failure: refusal } = useCommand('handover.dispute');
  const decide = async (move: 'dispute' | 'back-to-shipping') => {
    if ((await run({ posting, move })) === null) askAgain();
    else onClose(true);
  };
  return (
    <DialogBox
      title={say('acceptance.dialog', { posting })}
      onClose={() => onClose(false)}
      foot={
        <>
          <ActionButton onPress={() => onClose(false)}>{say('common.cancel')}</ActionButton>
          {(value?.moves ?? []).map((move) => (
            <ActionButton
              key={move}
              look="main"
              onPress={() => void decide(move)}
              isDisabled={isRunning}
              testId={`move-${move}`}
            >
              {say(isRunning ? 'cancel.asking' : `acceptance.moves.${move}`)}
            </ActionButton>
          ))}
        </>
      }
    >
      <p>{say('acceptance.dialogHint')}</p>
      {value === null ? (
        failure === null && <p className="loading">{say('common.loading')}</p>
      ) : (
        <p>
          <b>{shopStatusText(language, value.shopStatus)}</b>
        </p>
      )}
      {value !== null && value.moves.length === 0 ? (
        <p className="note">{say('acceptance.nothing')}</p>
      ) : null}
      <FailureNote failure={failure} onRetry={askAgain} />
      <FailureNote failure={refusal} />
    </DialogBox>
  );
}
