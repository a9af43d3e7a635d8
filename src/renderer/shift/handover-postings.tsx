import type { HandoverPostingView } from '#contract/handover-procedures.ts';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { useTexts } from '../texts/use-texts.ts';

/** What is in a handover, each posting with how the shop has it. */
export function HandoverPostings({ postings }: { readonly postings: readonly HandoverPostingView[] }) {
  const { say, language } = useTexts();
  if (postings.length === 0) return <p className="note">{say('handoverDay.empty')}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('queue.columns.posting')}</th>
          <th>{say('queue.columns.status')}</th>
        </tr>
      </thead>
      <tbody>
        {postings.map(({ number, shopStatus, trouble }) => (
          <tr key={number} data-testid={`in-handover-${number}`} data-status={shopStatus}>
            <td className="is-code selectable">{number}</td>
            <td>
              {[shopStatus === '' ? '' : shopStatusText(language, shopStatus), trouble]
                .filter((words) => words !== '')
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
