import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ChatView } from '#contract/chat-procedures.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { openChat } from './open-chat.ts';

/** The chats, unread ones first; the arrow keys go through them. */
export function ChatList(props: {
  readonly chats: readonly ChatView[];
  readonly isAll: boolean;
  readonly open: string | null;
}) {
  const { say } = useTexts();
  const { chats, isAll, open } = props;
  return (
    <>
      <ListBox
        className="chats__list scroll"
        aria-label={say('chat.list')}
        selectionMode="single"
        selectedKeys={open === null ? [] : [open]}
        disallowEmptySelection
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const [key] = keys;
          if (typeof key === 'string') openChat(key);
        }}
        renderEmptyState={() => <p className="note">{say('chat.empty')}</p>}
      >
        {chats.map((chat) => (
          <Row key={chat.id} chat={chat} />
        ))}
      </ListBox>
      {isAll ? null : <p className="note">{say('afterSale.notAll')}</p>}
    </>
  );
}

function Row({ chat }: { readonly chat: ChatView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { newest, createdAt, order, unread, kind } = chat;
  const at = newest?.at ?? createdAt;
  const name = kind === 'shop' ? say('chat.withShop') : order === '' ? say('chat.withBuyer') : order;
  const text = newest === null ? '' : newest.text === '' ? say('chat.picture') : newest.text;
  const isOwn = newest?.author === 'seller';
  return (
    <ListBoxItem
      id={chat.id}
      className="chat-row"
      textValue={`${name} ${text}`}
      data-testid={`chat-${chat.id}`}
    >
      <span className="chat-row__head">
        <span className="chat-row__name">{name}</span>
        {unread > 0 ? (
          <span className="chat-row__mark">{say('chat.unreadCount', { count: unread })}</span>
        ) : null}
      </span>
      <span className="chat-row__text" dir="auto">
        {isOwn ? say('chat.own', { text }) : text}
      </span>
      <span className="chat-row__foot">
        {at === null ? '' : formatMoment(language, at, now)}
        {chat.isUndecided ? ` · ${say('chat.undecidedShort')}` : ''}
        {chat.isOpen ? '' : ` · ${say('chat.closed')}`}
      </span>
    </ListBoxItem>
  );
}
