import { useState } from 'react';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatClock } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/**
 * The handovers of the day: each with the code that the acceptance point scans from the screen, its document, and the way
 * to call it off. `changed` tells that there may be another one.
 */
export function HandoverList(props: {
  readonly day: string;
  readonly changed: number;
  readonly onCancelled: () => void;
}) {
  const { say } = useTexts();
  const { day, changed, onCancelled } = props;
  const { value, failure, askAgain } = useAnswer('handover.list', { day }, []);
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState(changed);
  if (seen !== changed) {
    setSeen(changed);
    askAgain();
  }
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null || value.handovers.length === 0) return null;
  return (
    <ul className="handovers" data-testid="handovers">
      {value.handovers.map(({ id, postings, at }) => (
        <li key={id} className="panel handovers__one">
          <p>
            <b>{say('handoverLater.one', { id, at: formatClock(at) })}</b>{' '}
            {say('common.postings', { count: postings })}
          </p>
          <ActionButton onPress={() => setOpen(open === id ? null : id)} testId={`handover-show-${id}`}>
            {say(open === id ? 'handoverLater.hide' : 'handoverLater.show')}
          </ActionButton>
          {open === id ? (
            <HandoverState
              id={id}
              onCancelled={() => {
                setOpen(null);
                askAgain();
                onCancelled();
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function HandoverState({ id, onCancelled }: { readonly id: string; readonly onCancelled: () => void }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('handover.state', { id }, []);
  const { run, isRunning, failure: refusal } = useCommand('handover.cancel');
  const [isAsked, setIsAsked] = useState(false);
  const cancel = async () => {
    setIsAsked(false);
    if ((await run({ id })) !== null) onCancelled();
  };
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  return (
    <div className="handovers__state">
      <p role="status" data-testid={`handover-status-${id}`} data-status={value.status}>
        {say(`handoverLater.status.${value.status}`, { status: value.shopStatus })}
      </p>
      {value.barcode === null ? (
        <p className="note">{say('handoverLater.noBarcode')}</p>
      ) : (
        <img
          className="handovers__barcode"
          src={value.barcode}
          alt={say('handoverLater.barcode')}
          data-testid={`handover-barcode-${id}`}
        />
      )}
      {value.document === null ? null : (
        <p className="selectable">{say('shift.handoverDocument', { file: value.document })}</p>
      )}
      <div className="settings__row">
        <ActionButton onPress={askAgain}>{say('handoverLater.again')}</ActionButton>
        {value.status === 'cancelled' ? null : (
          <ActionButton
            onPress={() => setIsAsked(true)}
            isDisabled={isRunning}
            testId={`handover-cancel-${id}`}
          >
            {say('handoverLater.cancel')}
          </ActionButton>
        )}
      </div>
      <FailureNote failure={refusal} />
      {isAsked ? (
        <DialogBox
          title={say('handoverLater.cancel')}
          onClose={() => setIsAsked(false)}
          foot={
            <>
              <ActionButton onPress={() => setIsAsked(false)}>{say('cancel.keep')}</ActionButton>
              <ActionButton look="main" onPress={() => void cancel()} testId="handover-cancel-confirm">
                {say('handoverLater.cancel')}
              </ActionButton>
            </>
          }
        >
          <p>{say('handoverLater.cancelHint')}</p>
        </DialogBox>
      ) : null}
    </div>
  );
}
