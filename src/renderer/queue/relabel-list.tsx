import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { Icon } from '../design/icon.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Packages with an interim label, and whether the shop's own is here yet. */
export function RelabelList() {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('relabel.list', {}, ['relabel']);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.entries.length === 0) {
    return (
      <EmptyState
        icon="label-printer"
        title={say('queue.empty.relabel')}
        hint={say('queue.empty.relabelHint')}
      />
    );
  }
  return (
    <div className="panel">
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th className="is-number">{say('queue.columns.package')}</th>
            <th>{say('queue.columns.packedAt')}</th>
            <th>{say('queue.columns.label')}</th>
          </tr>
        </thead>
        <tbody>
          {value.entries.map((entry) => (
            <tr key={`${entry.posting} ${entry.package}`}>
              <td className="is-code">{entry.posting}</td>
              <td className="is-number">{entry.package}</td>
              <td>{formatMoment(language, entry.packedAt, now)}</td>
              <td>
                {entry.isLabelHere ? <Icon name="check" size="1.25rem" /> : null} {say(labelStateOf(entry))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelStateOf({
  isLabelHere,
  isRegistering,
}: {
  readonly isLabelHere: boolean;
  readonly isRegistering: boolean;
}) {
  if (isLabelHere) return 'queue.labelHere';
  return isRegistering ? 'queue.labelRegistering' : 'queue.labelWaiting';
}
