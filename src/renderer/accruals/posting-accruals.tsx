import { sumByCurrency } from '#domain/money/amount.ts';
import { RowNote } from '../after-sale/row-note.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatMoney } from './format-money.ts';
import { Sums } from './sums.tsx';

/** What was credited and charged for postings, with a sum for each. */
export function PostingAccruals({ postings }: { readonly postings: readonly string[] }) {
  const { say, language } = useTexts();
  const { value, failure, askAgain } = useAnswer('accrual.postings', { postings: [...postings] });
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  return (
    <>
      <Sums sums={value.sums} />
      <RowNote unread={value.unread} isAll={value.isAll} />
      <table className="table">
        <thead>
          <tr>
            <th>{say('accruals.unit')}</th>
            <th>{say('accruals.day')}</th>
            <th>{say('accruals.parts')}</th>
            <th className="is-number">{say('accruals.total')}</th>
          </tr>
        </thead>
        <tbody>
          {postings.map((posting) => {
            const own = value.rows.filter((row) => row.posting === posting);
            const sums = sumByCurrency(own.map(({ money }) => money));
            return (
              <tr key={posting} data-testid={`accrual-${posting}`}>
                <td className="is-code">{posting}</td>
                <td>{[...new Set(own.map(({ day }) => day))].join(', ')}</td>
                <td>
                  {own.length === 0
                    ? say('accruals.nothing')
                    : own.map(({ name, money }) => `${name} ${formatMoney(language, money)}`).join(' · ')}
                </td>
                <td className="is-number">{sums.map((money) => formatMoney(language, money)).join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
