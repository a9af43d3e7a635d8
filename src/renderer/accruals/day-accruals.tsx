import type { DayAccrualView } from '#contract/accrual-procedures.ts';
import { RowNote } from '../after-sale/row-note.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { formatMoney } from './format-money.ts';
import { Sums } from './sums.tsx';

/** The entries of a day, each with the shop's own sum and what it is made of. */
export function DayAccruals({ day }: { readonly day: string }) {
  const { say, language } = useTexts();
  const { value, failure, askAgain } = useAnswer('accrual.day', { day });
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.rows.length === 0 && value.unread === 0)
    return <EmptyState icon="check" title={say('accruals.empty')} hint={say('accruals.emptyHint')} />;
  const nameOf = ({ name, type }: DayAccrualView['parts'][number]) =>
    name === '' ? say(keyOr(`accruals.types.${type}`, 'accruals.types.sale')) : name;
  return (
    <>
      <Sums sums={value.sums} />
      <RowNote unread={value.unread} isAll={value.isAll} />
      <table className="table">
        <thead>
          <tr>
            <th>{say('accruals.unit')}</th>
            <th>{say('accruals.category')}</th>
            <th>{say('accruals.parts')}</th>
            <th className="is-number">{say('accruals.total')}</th>
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, index) => (
            <tr key={row.id === '' ? index : row.id} data-testid={`accrual-${row.unit}`}>
              <td className="is-code">{row.unit}</td>
              <td>{say(`accruals.categories.${row.category}`)}</td>
              <td>
                {row.parts
                  .filter(({ money }) => money.amount !== '0.00')
                  .map((part) => `${nameOf(part)} ${formatMoney(language, part.money)}`)
                  .join(' · ')}
              </td>
              <td className="is-number">{formatMoney(language, row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
