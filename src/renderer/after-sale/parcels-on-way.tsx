import { useState } from 'react';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useScans } from '../scanning/use-scans.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ParcelDialog } from './parcel-dialog.tsx';

/** Packed parcels that are not there yet: those that are overdue first, and any one by its number or a scan of its label. */
export function ParcelsOnWay({ takesScans }: { readonly takesScans: boolean }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('way.list', {}, ['queue']);
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  useScans(takesScans ? (text) => setOpen(text.trim()) : null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const word = wanted.trim();
  const rows = value.rows.filter(({ posting }) => posting.includes(word));
  const show = () => {
    if (word !== '') setOpen(word);
  };
  return (
    <div className="panel">
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <TextInput label={say('way.find')} value={wanted} onChange={setWanted} lengthMax={200} />
        <ActionButton onPress={show} isDisabled={word === ''} testId="way-show">
          {say('requests.open')}
        </ActionButton>
      </form>
      {value.rows.length === 0 ? (
        <EmptyState icon="check" title={say('way.empty')} hint={say('way.emptyHint')} />
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{say('queue.columns.posting')}</th>
              <th>{say('queue.columns.status')}</th>
              <th>{say('way.since')}</th>
              <th>{say('way.cutoff')}</th>
              <th>{say('way.overdue')}</th>
              <th className="unseen">{say('requests.open')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.posting} data-testid={`way-${row.posting}`} data-overdue={row.overdue ?? 'no'}>
                <td className="is-code">{row.posting}</td>
                <td>{shopStatusText(language, row.word)}</td>
                <td>{formatMoment(language, row.newsAt, now)}</td>
                <td>{row.cutoffAt === null ? '' : formatMoment(language, row.cutoffAt, now)}</td>
                <td>{row.overdue === null ? '' : <b>{say(`way.why.${row.overdue}`)}</b>}</td>
                <td>
                  <div className="row-actions">
                    <ActionButton
                      onPress={() => setOpen(row.posting)}
                      label={say('way.openOne', { posting: row.posting })}
                      testId={`open-way-${row.posting}`}
                    >
                      {say('requests.open')}
                    </ActionButton>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value.total > value.rows.length ? <p className="note">{say('afterSale.notAll')}</p> : null}
      {open === null ? null : <ParcelDialog key={open} code={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
