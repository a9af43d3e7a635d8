import { useState } from 'react';
import type { HandoverPostingView } from '#contract/handover-procedures.ts';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { PostingNumber } from '#domain/ids.ts';
import { isGap } from '#domain/posting/acceptance.ts';
import { ActionButton } from '../design/action-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { DisputeDialog } from './dispute-dialog.tsx';

/** What is in a handover and how far the shop has accepted each of it; what is missing or disputed can be decided on. */
export function HandoverPostings(props: {
  readonly postings: readonly HandoverPostingView[];
  readonly isHandedIn: boolean;
  readonly onDecided: () => void;
}) {
  const { say, language } = useTexts();
  const { postings, isHandedIn, onDecided } = props;
  const [asked, setAsked] = useState<PostingNumber | null>(null);
  if (postings.length === 0) return <p className="note">{say('handoverDay.empty')}</p>;
  const accepted = postings.filter(({ state }) => state === 'accepted').length;
  const gaps = postings.filter(({ state }) => isGap(state)).length;
  const ask = (number: string) => {
    const posting = PostingNumber.safeParse(number);
    if (posting.success) setAsked(posting.data);
  };
  return (
    <>
      {isHandedIn ? (
        <p role="status" data-testid="acceptance-sum">
          <b>{say('acceptance.accepted', { accepted, all: postings.length })}</b>
          {gaps === 0 ? '' : ` · ${say('acceptance.gaps', { count: gaps })}`}
        </p>
      ) : null}
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('acceptance.title')}</th>
            <th>{say('queue.columns.status')}</th>
            <th className="unseen">{say('acceptance.decide')}</th>
          </tr>
        </thead>
        <tbody>
          {postings.map(({ number, state, shopStatus, trouble }) => (
            <tr key={number} data-testid={`in-handover-${number}`} data-state={state}>
              <td className="is-code selectable">{number}</td>
              <td>{isHandedIn ? say(`acceptance.state.${state}`) : ''}</td>
              <td>
                {[shopStatus === '' ? '' : shopStatusText(language, shopStatus), trouble]
                  .filter((words) => words !== '')
                  .join(' · ')}
              </td>
              <td>
                {isHandedIn && (isGap(state) || state === 'disputed') ? (
                  <ActionButton
                    onPress={() => ask(number)}
                    label={say('acceptance.decideOn', { posting: number })}
                    testId={`decide-${number}`}
                  >
                    {say('acceptance.decide')}
                  </ActionButton>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked === null ? null : (
        <DisputeDialog
          posting={asked}
          onClose={(isDone) => {
            setAsked(null);
            if (isDone) onDecided();
          }}
        />
      )}
    </>
  );
}
