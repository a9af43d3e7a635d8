import type { QueueEntry } from '#contract/procedures.ts';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { isOffered } from '#domain/posting/handling.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Does the shop let the whole posting, or units of it, be cancelled now? */
export function mayCancelAny({ handling }: QueueEntry): boolean {
  return isOffered(handling.offers, 'cancel') || isOffered(handling.offers, 'cancel-units');
}

/** May it go in several boxes under one number, and is it still to be packed? */
export function mayHaveBoxes({ handling, state }: QueueEntry): boolean {
  return handling.traits.includes('multi-box') && (state === 'queued' || state === 'held');
}

/** Is it put aside with something ready in it that the shop would ship by itself? */
export function mayShipPart({ handling, state, units }: QueueEntry): boolean {
  return state === 'held' && units > 1 && isOffered(handling.offers, 'ship-part');
}

/** What the shop does not offer for a posting now, and why, as far as it says. */
export function NotOffered({ entry }: { readonly entry: QueueEntry }) {
  const { say, language } = useTexts();
  const { handling, shopStatus, units } = entry;
  const missing = [
    ...(units > 1 && !isOffered(handling.offers, 'split') ? [say('split.button')] : []),
    ...(mayCancelAny(entry) ? [] : [say('cancel.button')]),
  ];
  if (missing.length === 0) return null;
  const { substatus } = handling;
  const inner = shopStatusText(language, substatus);
  const status = inner === substatus ? shopStatusText(language, shopStatus) : inner;
  return (
    <p className="note" data-testid={`not-offered-${entry.posting}`}>
      {say('flags.notOffered', { acts: missing.join(', '), status })}
    </p>
  );
}
