import { useState } from 'react';
import type { CancellationRequestView } from '#contract/after-sale-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { RowNote } from './row-note.tsx';

type Choice = { readonly request: CancellationRequestView; readonly isAgreed: boolean };

/** Buyers who want to cancel, with the time by which the shop agrees for the seller. */
export function CancellationRequests({ mayDecide }: { readonly mayDecide: boolean }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('afterSale.cancellations', {}, ['requests']);
  const [choice, setChoice] = useState<Choice | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.rows.length === 0 && value.unread === 0) {
    const [title, hint] = [say('afterSale.cancellations.empty'), say('afterSale.cancellations.emptyHint')];
    return <EmptyState icon="check" title={title} hint={hint} />;
  }
  const momentText = (at: number | null) => (at === null ? '' : formatMoment(language, at, now));
  const close = () => {
    setChoice(null);
    askAgain();
  };
  return (
    <div className="panel">
      <p className="note">
        {say(mayDecide ? 'afterSale.cancellations.hint' : 'afterSale.cancellations.leads')}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('afterSale.returns.reason')}</th>
            <th>{say('afterSale.cancellations.asked')}</th>
            <th>{say('afterSale.cancellations.agrees')}</th>
            {mayDecide ? <th className="unseen">{say('afterSale.cancellations.agree')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((request) => (
            <tr key={request.id} data-testid={`cancellation-${request.posting}`}>
              <td className="is-code">{request.posting}</td>
              <td>{[request.reason, request.message].filter((text) => text !== '').join(': ')}</td>
              <td>{momentText(request.askedAt)}</td>
              <td>{momentText(request.agreesAt)}</td>
              {mayDecide ? (
                <td>
                  <div className="row-actions">
                    {[true, false].map((isAgreed) => (
                      <ActionButton
                        key={String(isAgreed)}
                        onPress={() => setChoice({ request, isAgreed })}
                        testId={`${isAgreed ? 'agree' : 'decline'}-${request.posting}`}
                      >
                        {say(isAgreed ? 'afterSale.cancellations.agree' : 'afterSale.cancellations.decline')}
                      </ActionButton>
                    ))}
                  </div>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <RowNote unread={value.unread} isAll={value.isAll} />
      {choice === null ? null : <DecideDialog {...choice} onClose={close} />}
    </div>
  );
}
