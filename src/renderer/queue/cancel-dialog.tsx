import { useState } from 'react';
import type { QueueEntry } from '#contract/procedures.ts';
import { isOffered } from '#domain/posting/handling.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { cancelInput, everything, isWhole, type Taken } from './cancel-choice.ts';

/** A lead has the shop cancel a posting, or units of it: how many of each, and why. */
export function CancelDialog(props: { readonly entry: QueueEntry; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { entry, onClose } = props;
  const { value, failure, askAgain } = useAnswer('posting.cancelReasons', { posting: entry.posting }, []);
  const { run, isRunning, failure: refusal } = useCommand('posting.cancel');
  const [taken, setTaken] = useState<Taken>(everything(entry));
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const reason = value?.reasons.find(({ id }) => id === reasonId) ?? value?.reasons[0] ?? null;
  const isPossible = !isWhole(entry, taken) || isOffered(entry.handling.offers, 'cancel');
  const input = reason === null || !isPossible ? null : cancelInput(entry, taken, { reason, message });
  const cancel = async () => {
    if (input !== null && (await run(input)) !== null) onClose();
  };
  return (
    <DialogBox
      title={say('cancel.title', { posting: entry.posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('cancel.keep')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void cancel()}
            isDisabled={isRunning || input === null}
            testId="cancel-confirm"
          >
            {say(isRunning ? 'cancel.asking' : isWhole(entry, taken) ? 'cancel.whole' : 'cancel.part')}
          </ActionButton>
        </>
      }
    >
      <p>{say('cancel.hint')}</p>
      {(isOffered(entry.handling.offers, 'cancel-units') ? entry.lines : []).map(
        ({ sku, name, quantity }) => (
          <NumberInput
            key={sku}
            label={say('cancel.unitsOf', { name, quantity })}
            value={taken.get(sku) ?? 0}
            min={0}
            max={quantity}
            onChange={(units) => setTaken(new Map([...taken, [sku, units]]))}
          />
        ),
      )}
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value?.reasons.length === 0 ? <p className="note">{say('cancel.noReason')}</p> : null}
      {value === null || reason === null ? null : (
        <SelectInput
          label={say('cancel.reason')}
          value={reason.id}
          options={value.reasons.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={setReasonId}
          testId="cancel-reason"
        />
      )}
      {reason?.needsMessage === true ? (
        <TextInput label={say('cancel.message')} value={message} onChange={setMessage} lengthMax={500} />
      ) : null}
      <FailureNote failure={refusal} />
    </DialogBox>
  );
}
