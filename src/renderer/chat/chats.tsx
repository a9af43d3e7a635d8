import { useState } from 'react';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChatList } from './chat-list.tsx';
import { OneChat } from './one-chat.tsx';
import { openChat, useOpenChat } from './open-chat.ts';
import { useAskBuyer } from './use-ask-buyer.ts';

/** What buyers and the seller write to each other. */
export function Chats() {
  const { say } = useTexts();
  const [filter, setFilter] = useState<'unread' | 'all'>('all');
  const chat = useOpenChat((state) => state.chat);
  const { value, failure, askAgain } = useAnswer('chat.list', { isUnreadOnly: filter === 'unread' }, [
    'chats',
  ]);
  const listed = value?.chats.find(({ id }) => id === chat) ?? null;
  return (
    <div className="chats">
      <section className="chats__side" aria-label={say('chat.list')}>
        <AskBuyer />
        <Choice
          label={say('chat.filter')}
          isLabelUnseen
          value={filter}
          options={[
            { value: 'all', text: say('chat.all') },
            { value: 'unread', text: say('chat.unread') },
          ]}
          onChange={setFilter}
          testIdPrefix="chat-filter"
        />
        <FailureNote failure={failure} onRetry={askAgain} />
        {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
        {value === null ? null : <ChatList chats={value.chats} isAll={value.isAll} open={chat} />}
      </section>
      <section className="chats__one panel" aria-label={say('chat.one')}>
        {chat === null ? (
          <EmptyState icon="chat" title={say('chat.none')} hint={say('chat.noneHint')} />
        ) : (
          <OneChat key={chat} chat={chat} listed={listed} onClose={() => openChat(null)} />
        )}
      </section>
    </div>
  );
}

function AskBuyer() {
  const { say } = useTexts();
  const [words, setWords] = useState('');
  const { ask, isRunning, failure } = useAskBuyer();
  const number = PostingNumber.safeParse(words.trim());
  const start = () => {
    if (number.success) ask(number.data);
  };
  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <TextInput label={say('chat.posting')} value={words} onChange={setWords} lengthMax={64} />
      <ActionButton onPress={start} isDisabled={!number.success || isRunning} testId="chat-ask">
        {say('chat.ask')}
      </ActionButton>
      <FailureNote failure={failure} />
    </form>
  );
}
