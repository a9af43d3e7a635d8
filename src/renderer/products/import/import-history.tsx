import { FailureNote } from '../../design/failure-note.tsx';
import { useNow } from '../../design/use-now.ts';
import { useAnswer } from '../../station-link/use-answer.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { CountsLine } from './counts-line.tsx';

/** The files that were given at this bench, newest first. */
export function ImportHistory({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('import.list', {}, ['imports']);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  return (
    <section>
      <h2 className="shift__title">{say('import.history')}</h2>
      {value.imports.length === 0 ? <p className="note">{say('import.noHistory')}</p> : null}
      {value.imports.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th>{say('import.name')}</th>
              <th>{say('import.given')}</th>
              <th>{say('import.by')}</th>
              <th>{say('import.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {value.imports.map((file) => (
              <tr key={file.id}>
                <td>
                  <button
                    type="button"
                    className="products__name"
                    onClick={() => onOpen(file.id)}
                    data-testid={`import-${file.id}`}
                  >
                    {file.fileName}
                  </button>
                  {` ${file.typeName}, ${say('import.lines', { count: file.total })}`}
                </td>
                <td>{formatMoment(language, file.createdAt, now)}</td>
                <td>{file.actor}</td>
                <td>
                  {`${say(`import.state.${file.state}`)}. `}
                  <CountsLine counts={file.counts} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
