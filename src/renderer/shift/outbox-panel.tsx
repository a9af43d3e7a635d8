import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatClock } from '../texts/format.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';

/** What the shop has not confirmed yet; what it refused for good can be sent again on a lead's word. */
export function OutboxPanel({ isLead }: { readonly isLead: boolean }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('outbox.list', {}, ['outbox']);
  const retry = useCommand('outbox.retry');
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.rows.length === 0) {
    return <EmptyState icon="outbox" title={say('shift.outboxEmpty')} hint="" />;
  }
  return (
    <>
      <FailureNote failure={retry.failure} />
      <ul className="tasks">
        {value.rows.map((row) => (
          <li key={row.id} className="panel task">
            <div className="task__words">
              <p className="task__title">
                {say(keyOr(`shift.outboxKind.${row.kind}`, 'shift.outboxKind.other'), { kind: row.kind })}{' '}
                <b className="selectable">{row.subject}</b> · {say(`shift.outboxState.${row.state}`)}
              </p>
              <p className="note">
                {say('shift.attempts', { count: row.attempts })}
                {row.nextAttemptAt === null
                  ? ''
                  : ` · ${say('shift.nextTry', { at: formatClock(row.nextAttemptAt) })}`}
              </p>
              {row.lastError === null ? null : <p className="task__detail selectable">{row.lastError}</p>}
            </div>
            {isLead && row.state === 'parked' ? (
              <ActionButton
                onPress={() => void retry.run({ id: row.id }).then(askAgain)}
                isDisabled={retry.isRunning}
              >
                {say('shift.retry')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
