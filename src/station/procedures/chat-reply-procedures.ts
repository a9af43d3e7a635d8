import { ok } from '#domain/result.ts';
import { chatReplies, dropChatReply, keepChatReply } from '../database/chat-replies.ts';
import { transaction } from '../database/transaction.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Answers that are kept at the bench for chats with buyers. */
export const chatReplyProcedures: Handlers<'chat.replies' | 'chat.keepReply' | 'chat.dropReply'> = {
  'chat.replies': (_, { db }) => ok({ replies: [...chatReplies(db)] }),
  'chat.keepReply': (reply, { db, bench, now }) => {
    const actor = bench.actor?.id ?? '';
    const isKept = transaction(db, () => keepChatReply(db, { ...reply, actor }, now()));
    return isKept ? ok({ done: true }) : failed('not-found', reply.id ?? 'full');
  },
  'chat.dropReply': ({ id }, { db }) => {
    transaction(db, () => dropChatReply(db, id));
    return ok({ done: true });
  },
};
