import { useState } from 'react';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { GatePasses } from './gate-passes.tsx';
import { HandoverPapers } from './handover-papers.tsx';
import { HandoverPostings } from './handover-postings.tsx';

/** One handover as the shop has it now: its code for the courier, its papers, its postings, and the way to call it off. */
export function HandoverDetail({
  id,
  onCancelled,
}: {
  readonly id: string;
  readonly onCancelled: () => void;
}) {
  const { say } = useTexts();
  const { value, failure, isAsking, askAgain } = useAnswer('handover.state', { id }, ['tasks']);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const { status } = value;
  return (
    <div className="handovers__state">
      <p role="status" data-testid={`handover-status-${id}`} data-status={status}>
        {say(`handoverLater.status.${status}`, { status: value.shopStatus })}
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
      {value.barcodeText === null ? null : (
        <p className="is-code selectable" data-testid={`handover-code-${id}`}>
          {value.barcodeText}
        </p>
      )}
      {value.document === null ? null : (
        <p className="selectable">{say('shift.handoverDocument', { file: value.document })}</p>
      )}
      {status === 'cancelled' ? null : <HandoverPapers id={id} status={status} />}
      {status === 'approved' ? <GatePasses handover={id} /> : null}
      <HandoverPostings
        postings={value.postings}
        isHandedIn={status === 'approved' || status === 'accepting' || status === 'accepted'}
        onDecided={askAgain}
      />
      <div className="settings__row">
        <ActionButton onPress={askAgain} isDisabled={isAsking} testId={`handover-again-${id}`}>
          {say('handoverLater.again')}
        </ActionButton>
        {status === 'open' || status === 'approving' || status === 'approved' || status === 'unknown' ? (
          <CancelHandover id={id} onCancelled={onCancelled} />
        ) : null}
      </div>
    </div>
  );
}

function CancelHandover({ id, onCancelled }: { readonly id: string; readonly onCancelled: () => void }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('handover.cancel');
  const [isAsked, setIsAsked] = useState(false);
  const cancel = async () => {
    setIsAsked(false);
    if ((await run({ id })) !== null) onCancelled();
  };
  return (
    <>
      <ActionButton onPress={() => setIsAsked(true)} isDisabled={isRunning} testId={`handover-cancel-${id}`}>
        {say('handoverLater.cancel')}
      </ActionButton>
      <FailureNote failure={failure} />
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
    </>
  );
}
