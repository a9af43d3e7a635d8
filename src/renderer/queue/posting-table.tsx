import { Button } from 'react-aria-components';
import type { QueueEntry } from '#contract/procedures.ts';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useOpenPosting } from './use-open-posting.ts';

/** Postings as rows, for those who look for one. */
export function PostingTable(props: { readonly entries: readonly QueueEntry[]; readonly total: number }) {
  const { say, language } = useTexts();
  const now = useNow();
  const open = useOpenPosting();
  const { entries, total } = props;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('queue.columns.cutoff')}</th>
            <th className="is-number">{say('queue.columns.items')}</th>
            <th>{say('queue.columns.content')}</th>
            <th>{say('queue.columns.method')}</th>
            <th>{say('queue.columns.status')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.posting}>
              <td className="is-code">
                <Button
                  className="row-button"
                  onPress={() => open(entry.posting)}
                  aria-label={say('queue.open', { posting: entry.posting })}
                >
                  {entry.posting}
                </Button>
              </td>
              <td>
                {entry.cutoffAt === null ? say('time.noCutoff') : formatMoment(language, entry.cutoffAt, now)}
              </td>
              <td className="is-number">{entry.units}</td>
              <td>{entry.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}</td>
              <td>{entry.deliveryMethod}</td>
              <td>{shopStatusText(language, entry.shopStatus)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > entries.length ? (
        <p className="note">{say('common.ofTotal', { shown: entries.length, total })}</p>
      ) : null}
    </>
  );
}
