import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { RowNote } from './row-note.tsx';

/** Where how much waits to be fetched. */
export function ReturnPoints() {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('collecting.points', {});
  return (
    <section className="panel">
      <h2 className="panel__title">{say('collecting.points')}</h2>
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value?.rows.length === 0 && value.unread === 0 ? (
        <p className="note">{say('collecting.noPoints')}</p>
      ) : null}
      {value === null || value.rows.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th>{say('afterSale.returns.place')}</th>
              <th className="is-number">{say('collecting.returns')}</th>
              <th className="is-number">{say('collecting.boxes')}</th>
              <th>{say('collecting.pass')}</th>
            </tr>
          </thead>
          <tbody>
            {value.rows.map((point) => (
              <tr key={point.id} data-testid={`return-point-${point.id}`}>
                <td>{[point.name, point.address].filter(Boolean).join(', ')}</td>
                <td className="is-number">{point.returns}</td>
                <td className="is-number">{point.boxes}</td>
                <td>
                  {point.needsPass
                    ? say('collecting.passNeeded', { count: point.passes })
                    : say('collecting.noPass')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value === null ? null : <RowNote unread={value.unread} isAll={value.isAll} />}
    </section>
  );
}
