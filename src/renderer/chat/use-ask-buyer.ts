import { useCallback } from 'react';
import type { PostingNumber } from '#domain/ids.ts';
import { chooseShop } from '../shops/shop-choice.tsx';
import { type Command, useCommand } from '../station-link/use-command.ts';
import { openChat } from './open-chat.ts';

/** Begins a chat with the buyer of a posting and opens it. */
export function useAskBuyer(): Pick<Command<'chat.start'>, 'isRunning' | 'failure'> & {
  readonly ask: (posting: PostingNumber) => void;
} {
  const { run, isRunning, failure } = useCommand('chat.start');
  const ask = useCallback(
    (posting: PostingNumber) =>
      void run({ posting }).then((answer) => {
        if (answer === null) return;
        // The chat is the posting's shop's, whichever was looked at last.
        chooseShop(answer.shop);
        openChat(answer.chat);
      }),
    [run],
  );
  return { ask, isRunning, failure };
}
