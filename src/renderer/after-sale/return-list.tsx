import { useState } from 'react';
import type { ReturnView } from '#contract/after-sale-procedures.ts';
import type { ReturnCheckView } from '#contract/return-check-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useScans } from '../scanning/use-scans.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { foundReturns } from './found-returns.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { RowNote } from './row-note.tsx';

/** What comes back: which goods, why, and where they lie. */
export function ReturnList({ takesScans }: { readonly takesScans: boolean }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('afterSale.returns', {});
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<ReturnView | null>(null);
  const checks = useAnswer('returnCheck.list', {});
  const take = (text: string) => {
    setWanted(text.trim());
    const found = foundReturns(value?.rows ?? [], text);
    setOpen(found.length === 1 ? (found[0] ?? null) : null);
  };
  useScans(takesScans && value !== null ? take : null);
  const found = checks.value?.checks ?? [];
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.rows.length === 0 && value.unread === 0) {
    const [title, hint] = [say('afterSale.returns.empty'), say('afterSale.returns.emptyHint')];
    return <EmptyState icon="check" title={title} hint={hint} />;
  }
  const rows = foundReturns(value.rows, wanted);
  const foundText = (check: ReturnCheckView | undefined) =>
    check === undefined ? '' : say(`returnCheck.found.${check.found}`);
  return (
    <div className="panel">
      <p className="note">{say('returnCheck.scanHint')}</p>
      {value.keptSince === null ? null : (
        <p className="note" role="status" data-testid="returns-kept">
          {say('returnCheck.kept', { at: formatMoment(language, value.keptSince, now) })}
        </p>
      )}
      <TextInput label={say('afterSale.returns.find')} value={wanted} onChange={setWanted} lengthMax={100} />
      {rows.length === 0 ? <p className="note">{say('afterSale.returns.notFound')}</p> : null}
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('queue.columns.content')}</th>
            <th>{say('afterSale.returns.reason')}</th>
            <th>{say('queue.columns.status')}</th>
            <th>{say('afterSale.returns.place')}</th>
            <th>{say('afterSale.returns.barcode')}</th>
            <th>{say('afterSale.returns.changed')}</th>
            <th>{say('returnCheck.column')}</th>
            <th className="unseen">{say('requests.open')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid={`return-${row.id}`}>
              <td className="is-code">{row.posting}</td>
              <td>{`${row.quantity} × ${row.name} (${row.offer})`}</td>
              <td>{row.reason}</td>
              <td>{row.state}</td>
              <td>{row.place}</td>
              <td className="is-code">{row.barcode}</td>
              <td>{row.changedAt === null ? '' : formatMoment(language, row.changedAt, now)}</td>
              <td>{foundText(found.findLast(({ returnId }) => returnId === row.id))}</td>
              <td>
                <div className="row-actions">
                  <ActionButton
                    onPress={() => setOpen(row)}
                    label={say('requests.openOne', { number: row.barcode || row.id })}
                    testId={`open-return-${row.id}`}
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
      {open === null ? null : (
        <ReturnDialog
          key={open.id}
          row={open}
          checks={found.filter(({ returnId }) => returnId === open.id)}
          onNoted={checks.askAgain}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
