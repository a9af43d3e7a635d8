import { useState } from 'react';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ReturnRequestDialog } from './return-request-dialog.tsx';
import { RowNote } from './row-note.tsx';

/** Returns that buyers agree with the seller about: those that wait, or all of the last 90 days. */
export function ReturnRequests({ mayAct }: { readonly mayAct: boolean }) {
  const { say } = useTexts();
  const [which, setWhich] = useState<'waiting' | 'all'>('waiting');
  return (
    <div className="panel">
      <Choice
        label={say('requests.which')}
        isLabelUnseen
        value={which}
        options={(['waiting', 'all'] as const).map((value) => ({ value, text: say(`requests.${value}`) }))}
        onChange={setWhich}
        testIdPrefix="return-requests"
      />
      <RequestTable key={which} which={which} mayAct={mayAct} />
    </div>
  );
}

function RequestTable({ which, mayAct }: { readonly which: 'waiting' | 'all'; readonly mayAct: boolean }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('returnRequest.list', { which }, ['requests']);
  const [open, setOpen] = useState<string | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const close = () => {
    setOpen(null);
    askAgain();
  };
  const dialog =
    open === null ? null : <ReturnRequestDialog key={open} id={open} mayAct={mayAct} onClose={close} />;
  if (value.rows.length === 0 && value.unread === 0)
    return (
      <>
        <EmptyState icon="check" title={say(`requests.empty.${which}`)} hint={say('requests.emptyHint')} />
        {dialog}
      </>
    );
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{say('requests.number')}</th>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('queue.columns.content')}</th>
            <th>{say('queue.columns.status')}</th>
            <th>{say('afterSale.cancellations.asked')}</th>
            <th className="unseen">{say('requests.open')}</th>
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row) => (
            <tr key={row.id} data-testid={`return-request-${row.posting}`}>
              <td className="is-code">{row.number || row.id}</td>
              <td className="is-code">{row.posting}</td>
              <td>{row.offer === '' ? row.name : `${row.name} (${row.offer})`}</td>
              <td>{row.state}</td>
              <td>{row.askedAt === null ? '' : formatMoment(language, row.askedAt, now)}</td>
              <td>
                <div className="row-actions">
                  <ActionButton
                    onPress={() => setOpen(row.id)}
                    label={say('requests.openOne', { number: row.number || row.id })}
                    testId={`open-request-${row.posting}`}
                  >
                    {say('requests.open')}
                  </ActionButton>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RowNote unread={value.unread} isAll={value.isAll} />
      {dialog}
    </>
  );
}
