import { expect, it } from 'vitest';
import { chatReplies, chatRepliesMax, dropChatReply, keepChatReply } from './chat-replies.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

it('answers are kept in their order, changed, forgotten, and no more than anybody looks through', () => {
  const db = openBench();
  const keep = (id: string | null, text: string) =>
    transaction(db, () => keepChatReply(db, { id, text, actor: 'L1' }, 1));
  expect(keep(null, 'It ships today.')).toBe(true);
  expect(keep(null, 'We look into it.')).toBe(true);
  const [first, second] = chatReplies(db);
  expect(keep(first?.id ?? '', 'It ships tomorrow.')).toBe(true);
  transaction(db, () => dropChatReply(db, second?.id ?? ''));
  expect(keep(second?.id ?? '', 'Gone')).toBe(false);
  expect(chatReplies(db)).toEqual([{ id: first?.id, text: 'It ships tomorrow.' }]);
  for (let n = 1; n < chatRepliesMax; n += 1) expect(keep(null, `Answer ${n}`)).toBe(true);
  expect(keep(null, 'One too many')).toBe(false);
});
