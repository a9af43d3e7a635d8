import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PostingTable } from './posting-table.tsx';

const listedMost = 200;

/** Postings that are put aside or stopped. */
export function PostingList(props: { readonly state: 'held' | 'stopped'; readonly mayCancel: boolean }) {
  const { say } = useTexts();
  const { state, mayCancel } = props;
  const { value, failure, askAgain } = useAnswer('queue.list', { state, limit: listedMost, offset: 0 }, [
    'queue',
  ]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.total === 0) {
    return (
      <EmptyState icon="check" title={say(`queue.empty.${state}`)} hint={say(`queue.empty.${state}Hint`)} />
    );
  }
  return (
    <div className="panel">
      {state === 'held' ? <p className="note">{say('queue.heldHint')}</p> : null}
      <PostingTable entries={value.entries} total={value.total} mayCancel={mayCancel} />
    </div>
  );
}
