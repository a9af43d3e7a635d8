import { useEffect, useRef } from 'react';
import type { ChatMessageView } from '#contract/chat-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/**
 * The messages, the newest at the foot. What strangers wrote is painted as text alone: an address is letters that can be copied, and
 * no picture is loaded.
 */
export function Messages(props: {
  readonly messages: readonly ChatMessageView[];
  /** Messages that could not be understood. */
  readonly unread: number;
  readonly isBusy: boolean;
  readonly onMore?: () => void;
}) {
  const { say } = useTexts();
  const { messages, onMore } = props;
  const foot = useRef<HTMLLIElement>(null);
  const newest = messages[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message brings the foot into sight.
  useEffect(() => foot.current?.scrollIntoView({ block: 'end' }), [newest]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys.
    <ol className="messages scroll" aria-label={say('chat.messages')} aria-live="polite" tabIndex={0}>
      {onMore === undefined ? null : (
        <li>
          <ActionButton onPress={onMore} isDisabled={props.isBusy} testId="chat-older">
            {say('chat.older')}
          </ActionButton>
        </li>
      )}
      {props.unread > 0 ? <li className="note">{say('chat.unreadable', { count: props.unread })}</li> : null}
      {messages.length === 0 ? <li className="note">{say('chat.nothingYet')}</li> : null}
      {messages.toReversed().map((message) => (
        <Message key={message.id} message={message} />
      ))}
      <li ref={foot} aria-hidden="true" />
    </ol>
  );
}

function Message({ message }: { readonly message: ChatMessageView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { author, at, pieces, check } = message;
  return (
    <li className={`message message--${author}`} data-testid={`message-${message.id}`}>
      <span className="message__head">
        {[say(`chat.authors.${author}`), at === null ? '' : formatMoment(language, at, now)]
          .filter((word) => word !== '')
          .join(' · ')}
      </span>
      {/* Pieces have no name of their own, and a message never changes. */}
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <span key={index} className={`message__${piece.kind} selectable`} dir="auto">
          {piece.kind === 'text' ? piece.text : null}
          {piece.kind === 'text' ? null : (
            <>
              <span className="message__kind">
                {say(piece.kind === 'picture' ? 'chat.picture' : 'chat.link')}
              </span>{' '}
              {piece.text} <span className="message__address">{piece.address}</span>
            </>
          )}
        </span>
      ))}
      {check === 'running' || check === 'failed' ? (
        <span className="message__head">{say(`chat.check.${check}`)}</span>
      ) : null}
    </li>
  );
}
