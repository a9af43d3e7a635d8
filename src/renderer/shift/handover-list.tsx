import { Fragment, useState } from 'react';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatClock, formatNumber } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CargoPanel } from './cargo-panel.tsx';
import { HandoverDetail } from './handover-detail.tsx';
import { MethodDays } from './method-days.tsx';

/**
 * The handovers of the day, also those that were made elsewhere: each opens with its code, its postings and its papers.
 * `changed` tells that there may be another one.
 */
export function HandoverList(props: {
  readonly day: string;
  readonly changed: number;
  readonly onCancelled: () => void;
}) {
  const { say, language } = useTexts();
  const { day, changed, onCancelled } = props;
  const { value, failure, askAgain } = useAnswer('handover.list', { day }, []);
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState(changed);
  if (seen !== changed) {
    setSeen(changed);
    askAgain();
  }
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const trusted = value.methods.filter(({ hasTrustedAcceptance }) => hasTrustedAcceptance);
  const cancelled = () => {
    setOpen(null);
    askAgain();
    onCancelled();
  };
  return (
    <>
      {value.unread === null ? null : (
        <div className="settings__row">
          <p className="note selectable">{say('handoverDay.unread', { words: value.unread })}</p>
          <ActionButton onPress={askAgain}>{say('handoverLater.again')}</ActionButton>
        </div>
      )}
      <MethodDays methods={value.methods} />
      {trusted.length === 0 ? null : <CargoPanel methods={trusted} />}
      {value.handovers.length === 0 ? null : (
        <div className="panel table-box">
          <table className="table" data-testid="handovers">
            <thead>
              <tr>
                <th>{say('handoverDay.handover')}</th>
                <th>{say('handoverDay.method')}</th>
                <th>{say('queue.columns.status')}</th>
                <th>{say('handoverDay.content')}</th>
                <th>{say('handoverDay.madeBy')}</th>
                <th className="unseen">{say('handoverLater.show')}</th>
              </tr>
            </thead>
            <tbody>
              {value.handovers.map(({ id, method, status, shopStatus, postings, volumeL, at }) => (
                <Fragment key={id}>
                  <tr data-testid={`handover-row-${id}`} data-status={status ?? ''}>
                    <td className="is-code selectable">{id}</td>
                    <td>{method}</td>
                    <td>
                      {status === null ? '' : say(`handoverLater.status.${status}`, { status: shopStatus })}
                    </td>
                    <td>
                      {say('common.postings', { count: postings })}
                      {volumeL === null
                        ? ''
                        : ` · ${say('unit.l', { value: formatNumber(language, volumeL, 1) })}`}
                    </td>
                    <td>
                      {at === null
                        ? say('handoverDay.elsewhere')
                        : say('handoverDay.here', { at: formatClock(at) })}
                    </td>
                    <td>
                      <ActionButton
                        onPress={() => setOpen(open === id ? null : id)}
                        label={say('handoverDay.open', { id })}
                        testId={`handover-show-${id}`}
                      >
                        {say(open === id ? 'handoverLater.hide' : 'handoverLater.show')}
                      </ActionButton>
                    </td>
                  </tr>
                  {open === id ? (
                    <tr>
                      <td colSpan={6}>
                        <HandoverDetail id={id} onCancelled={cancelled} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
