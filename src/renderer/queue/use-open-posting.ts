import { useCallback } from 'react';
import type { PostingNumber } from '#domain/ids.ts';
import { openScreen } from '../app/screens.ts';
import { useCommand } from '../station-link/use-command.ts';

/** Opens a posting as if it had been scanned, and shows the bench's answer on the packing screen. */
export function useOpenPosting(): (posting: PostingNumber) => void {
  const { run } = useCommand('posting.open');
  return useCallback(
    (posting) =>
      void run({ posting }).then((verdict) => {
        if (verdict !== null) openScreen('pack');
      }),
    [run],
  );
}
