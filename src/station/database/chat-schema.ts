import { integer, sqliteTable, text } from './drizzle.ts';

export const chatSendKinds = ['text', 'file'] as const;
export const chatSendStates = ['asked', 'sent', 'refused', 'dropped'] as const;

export const chatSend = sqliteTable('chat_send', {
  id: text('id').primaryKey(),
  chat: text('chat').notNull(),
  kind: text('kind', { enum: chatSendKinds }).notNull(),
  content: text('content').notNull(),
  afterMessage: text('after_message'),
  actor: text('actor').notNull(),
  askedAt: integer('asked_at').notNull(),
  state: text('state', { enum: chatSendStates }).notNull().default('asked'),
  words: text('words'),
});

export const chatDraft = sqliteTable('chat_draft', {
  chat: text('chat').primaryKey(),
  text: text('text').notNull(),
  changedAt: integer('changed_at').notNull(),
});

export const chatReply = sqliteTable('chat_reply', {
  id: text('id').primaryKey(),
  text: text('text').notNull(),
  actor: text('actor').notNull(),
  changedAt: integer('changed_at').notNull(),
});
