import { Button } from 'react-aria-components';
import type { QueueEntry } from '#contract/procedures.ts';
import { ShopName } from '../shops/shop-name.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { PostingFlags } from './posting-flags.tsx';
import { useOpenPosting } from './use-open-posting.ts';

/** A posting on the timeline: its number, how many items, the first of them. Pressing opens it. */
export function PostingTile({ entry }: { readonly entry: QueueEntry }) {
  const { say } = useTexts();
  const open = useOpenPosting();
  const [first] = entry.lines;
  return (
    <Button
      className="button tile"
      onPress={() => open(entry.posting)}
      aria-label={say('queue.open', { posting: entry.posting })}
      data-testid={`tile-${entry.posting}`}
    >
      <span className="tile__head">
        <b>{entry.posting}</b>
        <ShopName shop={entry.shop} />
        <span className="tile__units">{say('common.pieces', { count: entry.units })}</span>
      </span>
      <span className="tile__lines" title={entry.lines.map(({ name }) => name).join(', ')}>
        {first?.name ?? ''}
        {entry.lines.length > 1 ? ` + ${entry.lines.length - 1}` : ''}
      </span>
      <PostingFlags isExpress={entry.isExpress} {...entry.handling} />
    </Button>
  );
}
