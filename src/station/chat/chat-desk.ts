import { ok, type Result } from '#domain/result.ts';
import type { Chat, ChatHistory, ChatMessage, ChatOrder, ChatPort } from '../shop/chat-port.ts';
import type { ShopAnswer, ShopFailure } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';

/** A chat with what is known of its newest message; null where it was not read yet. */
export type ListedChat = Chat & {
  readonly order: string;
  readonly newest: Pick<ChatMessage, 'author' | 'at' | 'text'> | null;
};

export type ChatDeskOptions = {
  readonly port: ChatPort;
  readonly link: Pick<ShopLink, 'call'>;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * What this bench knows of its shop's chats, in memory alone: nothing that buyers write is kept on its disk. Everything
 * is asked of the shop again after a while, and what does not change is not asked for twice.
 */
export type ChatDesk = {
  /** Does the subscription let the seller write? Null where nobody knows. */
  mayWrite(): ShopAnswer<boolean | null>;
  /** The chats, unread ones first, then the newest. */
  list(isUnreadOnly: boolean): ShopAnswer<{ chats: readonly ListedChat[]; isAll: boolean; unread: number }>;
  history(chat: string, size: number): ShopAnswer<ChatHistory>;
  order(order: string): ShopAnswer<ChatOrder>;
  /** Something of a chat is another than it was: it is read again for the next list. */
  forget(chat: string): void;
};

/** A subscription is bought seldom. */
const WRITING_MS = 600_000;
const ORDER_MS = 600_000;
/** So many newest messages are read for one list; the other chats show their date alone. */
const LOOKED_INTO = 30;
const AT_ONCE = 4;
/** Of a chat's messages, to find the order and the newest one. */
const PEEK = 5;
/** What is remembered of chats and of orders; the oldest goes first. */
const KEPT = 1_000;

type Timed<Value> = { readonly at: number; readonly value: Value };

/** Opens the desk of one account. */
export function createChatDesk({ port, link, now }: ChatDeskOptions): ChatDesk {
  let writing: Timed<boolean | null> | null = null;
  const orders = new Map<string, Timed<ChatOrder>>();
  const seen = new Map<string, { readonly last: string | null } & Pick<ListedChat, 'order' | 'newest'>>();

  function remember(chat: string, last: string | null, { order, messages }: ChatHistory): void {
    const [first] = messages;
    const newest = first === undefined ? null : { author: first.author, at: first.at, text: first.text };
    keep(seen, chat, { last, order, newest });
  }

  async function history(chat: string, size: number): ShopAnswer<ChatHistory> {
    const answer = await link.call(() => port.getHistory(chat, { before: null, size }));
    if (answer.ok) remember(chat, answer.value.messages[0]?.id ?? null, answer.value);
    return answer;
  }

  const known = (chat: Chat) => {
    const one = seen.get(chat.id);
    return one !== undefined && one.last === chat.lastMessage ? one : null;
  };

  const listed = (chat: Chat): ListedChat => {
    // An order does not change with a new message.
    const order = seen.get(chat.id)?.order ?? '';
    return { ...chat, order, newest: known(chat)?.newest ?? null };
  };

  return {
    history,
    forget: (chat) => void seen.delete(chat),
    async mayWrite() {
      if (writing !== null && now() - writing.at < WRITING_MS) return ok(writing.value);
      const answer = await link.call(() => port.mayWrite());
      if (answer.ok) writing = { at: now(), value: answer.value };
      return orNull(answer);
    },
    async list(isUnreadOnly) {
      const answer = await link.call(() => port.listChats({ isUnreadOnly }));
      if (!answer.ok) return answer;
      const { chats, isAll, unread } = answer.value;
      const top = inOrder(chats.map(listed)).slice(0, LOOKED_INTO);
      await inTurns(
        top.filter((chat) => chat.lastMessage !== null && known(chat) === null),
        async ({ id, lastMessage }) => {
          const peek = await link.call(() => port.getHistory(id, { before: null, size: PEEK }));
          if (peek.ok) remember(id, lastMessage, peek.value);
        },
      );
      return ok({ chats: inOrder(chats.map(listed)), isAll, unread });
    },
    async order(order) {
      const before = orders.get(order);
      if (before !== undefined && now() - before.at < ORDER_MS) return ok(before.value);
      const answer = await link.call(() => port.getOrder(order));
      if (answer.ok) keep(orders, order, { at: now(), value: answer.value });
      return answer;
    },
  };
}

/** A key that may not read the seller's data says nothing of the subscription. */
function orNull(answer: Result<boolean | null, ShopFailure>): Result<boolean | null, ShopFailure> {
  return answer.ok || answer.error.code !== 'refused' ? answer : ok(null);
}

function inOrder(chats: readonly ListedChat[]): readonly ListedChat[] {
  const time = ({ newest, createdAt }: ListedChat) => newest?.at ?? createdAt ?? 0;
  return [...chats].sort(
    (one, other) =>
      Number(other.unread > 0) - Number(one.unread > 0) ||
      time(other) - time(one) ||
      (one.id < other.id ? -1 : 1),
  );
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(work));
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= KEPT) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
