import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { QueueEntry } from '#contract/procedures.ts';
import { shopStatusText } from '#contract/texts/sentences.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { isOffered } from '#domain/posting/handling.ts';
import { useAskBuyer } from '../chat/use-ask-buyer.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { ShopName } from '../shops/shop-name.tsx';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BoxesDialog } from './boxes-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { mayCancelAny, mayHaveBoxes, mayShipPart, NotOffered } from './not-offered.tsx';
import { PostingFlags } from './posting-flags.tsx';
import { ShipPartDialog } from './ship-part-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useOpenPosting } from './use-open-posting.ts';

/** Postings as rows, for those who look for one. Hundreds of rows are painted anew only where the list is another one. */
export const PostingTable = memo(PostingRows);

function PostingRows(props: {
  readonly entries: readonly QueueEntry[];
  readonly total: number;
  /** Whoever looks may have the shop cancel or split them. */
  readonly mayCancel: boolean;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const open = useOpenPosting();
  const buyer = useAskBuyer();
  const { entries, total, mayCancel } = props;
  const [cancelling, setCancelling] = useState<QueueEntry | null>(null);
  const [splitting, setSplitting] = useState<QueueEntry | null>(null);
  const [shippedInPart, setShippedInPart] = useState<QueueEntry | null>(null);
  const [boxed, setBoxed] = useState<PostingNumber | null>(null);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{say('queue.columns.posting')}</th>
            <th>{say('queue.columns.cutoff')}</th>
            <th className="is-number">{say('queue.columns.items')}</th>
            <th>{say('queue.columns.content')}</th>
            <th>{say('queue.columns.method')}</th>
            <th>{say('queue.columns.status')}</th>
            <th className="unseen">{say('chat.ask')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.posting}>
              <td className="is-code">
                <Button
                  className="row-button"
                  onPress={() => open(entry.posting)}
                  aria-label={say('queue.open', { posting: entry.posting })}
                >
                  {entry.posting}
                </Button>
                <ShopName shop={entry.shop} />
              </td>
              <td>
                {entry.cutoffAt === null ? say('time.noCutoff') : formatMoment(language, entry.cutoffAt, now)}
              </td>
              <td className="is-number">{entry.units}</td>
              <td>
                {entry.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}
                <PostingFlags isExpress={entry.isExpress} {...entry.handling} />
              </td>
              <td>{entry.deliveryMethod}</td>
              <td>{shopStatusText(language, entry.shopStatus)}</td>
              <td>
                <div className="row-actions">
                  <ActionButton
                    onPress={() => buyer.ask(entry.posting)}
                    isDisabled={buyer.isRunning}
                    label={say('chat.askTitle', { posting: entry.posting })}
                    testId={`ask-${entry.posting}`}
                  >
                    {say('chat.ask')}
                  </ActionButton>
                  {mayHaveBoxes(entry) ? (
                    <ActionButton
                      onPress={() => setBoxed(entry.posting)}
                      label={say('boxes.title', { posting: entry.posting })}
                      testId={`boxes-${entry.posting}`}
                    >
                      {say('boxes.button')}
                    </ActionButton>
                  ) : null}
                  {mayCancel && entry.units > 1 && isOffered(entry.handling.offers, 'split') ? (
                    <ActionButton
                      onPress={() => setSplitting(entry)}
                      label={say('split.title', { posting: entry.posting })}
                      testId={`split-${entry.posting}`}
                    >
                      {say('split.button')}
                    </ActionButton>
                  ) : null}
                  {mayCancel && mayShipPart(entry) ? (
                    <ActionButton
                      onPress={() => setShippedInPart(entry)}
                      label={say('shipPart.title', { posting: entry.posting })}
                      testId={`ship-part-${entry.posting}`}
                    >
                      {say('shipPart.button')}
                    </ActionButton>
                  ) : null}
                  {mayCancel && mayCancelAny(entry) ? (
                    <ActionButton
                      onPress={() => setCancelling(entry)}
                      label={say('cancel.title', { posting: entry.posting })}
                      testId={`cancel-${entry.posting}`}
                    >
                      {say('cancel.button')}
                    </ActionButton>
                  ) : null}
                </div>
                {mayCancel ? <NotOffered entry={entry} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FailureNote failure={buyer.failure} />
      {cancelling === null ? null : <CancelDialog entry={cancelling} onClose={() => setCancelling(null)} />}
      {boxed === null ? null : <BoxesDialog posting={boxed} onClose={() => setBoxed(null)} />}
      {splitting === null ? null : <SplitDialog entry={splitting} onClose={() => setSplitting(null)} />}
      {shippedInPart === null ? null : (
        <ShipPartDialog entry={shippedInPart} onClose={() => setShippedInPart(null)} />
      )}
      {total > entries.length ? (
        <p className="note">{say('common.ofTotal', { shown: entries.length, total })}</p>
      ) : null}
    </>
  );
}
