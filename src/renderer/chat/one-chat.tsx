import { useEffect, useState } from 'react';
import type { ChatHistoryView, ChatView } from '#contract/chat-procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useOpenPosting } from '../queue/use-open-posting.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Compose } from './compose.tsx';
import { Messages } from './messages.tsx';
import { Undecided } from './undecided.tsx';

const FIRST = 50;
const MOST = 1_000;

/** One chat: what it is about, what was said, and the place to write. */
export function OneChat(props: {
  readonly chat: string;
  /** As the list has it; null where it is not in the list. */
  readonly listed: ChatView | null;
  readonly onClose: () => void;
}) {
  const { say } = useTexts();
  const { chat, listed } = props;
  const [size, setSize] = useState(FIRST);
  const { value, failure, isAsking, askAgain } = useAnswer('chat.history', { chat, size }, ['chats']);
  useMarkRead(chat, value);
  if (value === null && failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const isBuyers = listed?.kind !== 'shop';
  const isOpen = listed?.isOpen ?? true;
  return (
    <>
      <header className="chats__head">
        <h2 className="chats__name">
          {isBuyers ? value.order || say('chat.withBuyer') : say('chat.withShop')}
        </h2>
        <Postings postings={value.postings} />
        <ActionButton look="plain" onPress={askAgain} isDisabled={isAsking} testId="chat-again">
          {say('chat.again')}
        </ActionButton>
        <ActionButton look="plain" icon="cross" label={say('chat.close')} onPress={props.onClose}>
          {''}
        </ActionButton>
      </header>
      <Messages
        messages={value.messages}
        unread={value.unread}
        isBusy={isAsking}
        {...(value.hasMore && size < MOST ? { onMore: () => setSize(Math.min(MOST, size * 4)) } : {})}
      />
      <FailureNote failure={failure} onRetry={askAgain} />
      {value.undecided === null ? null : <Undecided undecided={value.undecided} onLook={askAgain} />}
      {isBuyers && isOpen ? (
        <Compose key={value.undecided?.id ?? ''} chat={chat} history={value} />
      ) : (
        <p className="note">{say(isBuyers ? 'chat.closedHint' : 'chat.shopHint')}</p>
      )}
    </>
  );
}

function Postings({ postings }: Pick<ChatHistoryView, 'postings'>) {
  const { say } = useTexts();
  const open = useOpenPosting();
  return (
    <div className="chats__postings">
      {postings.map(({ number, isHere }: { number: PostingNumber; isHere: boolean }) =>
        isHere ? (
          <ActionButton
            key={number}
            onPress={() => open(number)}
            label={say('queue.open', { posting: number })}
            testId={`chat-posting-${number}`}
          >
            {number}
          </ActionButton>
        ) : (
          <span key={number} className="is-code selectable" data-testid={`chat-posting-${number}`}>
            {number}
          </span>
        ),
      )}
    </div>
  );
}

/** What a person has before the eyes counts as read, once for each newest message. */
function useMarkRead(chat: string, value: ChatHistoryView | null): void {
  const { run } = useCommand('chat.markRead');
  const isUnread = value?.messages.some(({ author, isRead }) => author !== 'seller' && !isRead) === true;
  const newest = value?.messages[0]?.id ?? null;
  const upTo = isUnread && value?.writing === 'allowed' ? newest : null;
  useEffect(() => {
    if (upTo !== null) void run({ chat, upTo });
  }, [run, chat, upTo]);
}
