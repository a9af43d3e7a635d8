import { saysTheSame } from './message-text.ts';

/** A message as far as it matters for knowing one's own again. */
export type SeenMessage = {
  readonly id: string;
  readonly isSellers: boolean;
  /** Markdown. */
  readonly text: string;
  readonly isPicture: boolean;
};

/** What was sent and got no answer. */
export type SentThing =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly isPicture: boolean };

/**
 * Looks for what was sent among the messages of a chat, newest first. Only what is newer than `after` counts, the newest message
 * at the moment of sending (null: there was none); where `after` is not among them all of them are newer, as they are the newest.
 * A picture is known by being one, any other file by its name in its link. Answers the message's id; null where it is not there.
 */
export function findSent(
  sent: SentThing,
  messages: readonly SeenMessage[],
  after: string | null,
): string | null {
  const end = after === null ? -1 : messages.findIndex(({ id }) => id === after);
  const newer = end === -1 ? messages : messages.slice(0, end);
  return newer.findLast((message) => message.isSellers && isIt(sent, message))?.id ?? null;
}

function isIt(sent: SentThing, message: SeenMessage): boolean {
  if (sent.kind === 'text') return !message.isPicture && saysTheSame(sent.text, message.text);
  if (sent.isPicture) return message.isPicture;
  return message.text.includes(sent.name) || message.text.includes(encodeURIComponent(sent.name));
}
