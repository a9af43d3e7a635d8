import { useEffect } from 'react';
import { Choice } from '../design/choice.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { PickingDocuments } from '../documents/picking-documents.tsx';
import { prefer, usePreferences } from '../preferences/preferences.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CutoffTimeline } from './cutoff-timeline.tsx';
import { PostingTable } from './posting-table.tsx';
import { toTimeline } from './timeline.ts';

/** Enough for a bench's day; the rest is said as a number. */
const listedMost = 300;

/** What waits to be packed, as a timeline of cutoffs; a table is one key away. */
export function WaitingPostings({ mayCancel }: { readonly mayCancel: boolean }) {
  const { say } = useTexts();
  const now = useNow();
  const look = usePreferences(({ queueLook }) => queueLook);
  const cutoffs = useAnswer('queue.cutoffs', {}, ['queue']);
  const list = useAnswer('queue.list', { state: 'queued', limit: listedMost, offset: 0 }, ['queue']);
  useTableKey();

  const failure = cutoffs.failure ?? list.failure;
  if (failure !== null) return <FailureNote failure={failure} onRetry={list.askAgain} />;
  if (cutoffs.value === null || list.value === null)
    return <p className="loading">{say('common.loading')}</p>;
  const { entries, total } = list.value;
  if (total === 0) {
    return <EmptyState icon="queue" title={say('queue.empty.queued')} hint={say('queue.empty.queuedHint')} />;
  }
  const { packedLastHour } = cutoffs.value;
  return (
    <>
      <div className="queue__head">
        <p>
          <b>{say('common.postings', { count: total })}</b>{' '}
          <span className="note">
            {packedLastHour === 0
              ? say('queue.paceUnknown')
              : say('queue.lastHour', { count: packedLastHour })}
          </span>
        </p>
        <Choice
          label={say('queue.view')}
          isLabelUnseen
          value={look}
          options={[
            { value: 'timeline', text: say('queue.asTimeline') },
            { value: 'table', text: `${say('queue.asTable')} · Alt T` },
          ]}
          onChange={(queueLook) => prefer({ queueLook })}
          testIdPrefix="queue-look"
        />
      </div>
      <PickingDocuments />
      {look === 'table' ? (
        <div className="panel scroll queue__table">
          <PostingTable entries={entries} total={total} mayCancel={mayCancel} />
        </div>
      ) : (
        <CutoffTimeline bands={toTimeline(cutoffs.value, entries, now)} />
      )}
    </>
  );
}

/** Alt+T changes between timeline and table. */
function useTableKey(): void {
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyT') return;
      event.preventDefault();
      const { queueLook } = usePreferences.getState();
      prefer({ queueLook: queueLook === 'table' ? 'timeline' : 'table' });
    };
    window.addEventListener('keydown', keydown);
    return () => window.removeEventListener('keydown', keydown);
  }, []);
}
