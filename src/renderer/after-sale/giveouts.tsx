import { useState } from 'react';
import type { GiveoutView } from '#contract/collecting-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { RowNote } from './row-note.tsx';

/** What the shop's points have given out, or are about to. */
export function Giveouts() {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('collecting.giveouts', {});
  const [open, setOpen] = useState<GiveoutView | null>(null);
  return (
    <section className="panel">
      <h2 className="panel__title">{say('collecting.giveouts')}</h2>
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value?.rows.length === 0 && value.unread === 0 ? (
        <p className="note">{say('collecting.noGiveouts')}</p>
      ) : null}
      {value === null || value.rows.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th>{say('collecting.giveout')}</th>
              <th>{say('afterSale.returns.place')}</th>
              <th>{say('queue.columns.status')}</th>
              <th className="is-number">{say('collecting.given')}</th>
              <th>{say('collecting.since')}</th>
              <th className="unseen">{say('requests.open')}</th>
            </tr>
          </thead>
          <tbody>
            {value.rows.map((row) => (
              <tr key={row.id} data-testid={`giveout-${row.id}`}>
                <td className="is-code">{row.id}</td>
                <td>{row.place}</td>
                <td>{say(`collecting.status.${row.status}`, { status: row.shopStatus })}</td>
                <td className="is-number">{`${row.given} / ${row.total}`}</td>
                <td>{row.createdAt === null ? '' : formatMoment(language, row.createdAt, now)}</td>
                <td>
                  <div className="row-actions">
                    <ActionButton
                      onPress={() => setOpen(row)}
                      label={say('collecting.openOne', { id: row.id })}
                      testId={`open-giveout-${row.id}`}
                    >
                      {say('requests.open')}
                    </ActionButton>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value === null ? null : <RowNote unread={value.unread} isAll={value.isAll} />}
      {open === null ? null : <GiveoutDialog id={open.id} onClose={() => setOpen(null)} />}
    </section>
  );
}

function GiveoutDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('collecting.items', { id });
  // Equal items stand one under the other, as each is given out by itself.
  const items = value?.items.map((item, n) => ({ ...item, key: `${n} ${item.name}` })) ?? [];
  return (
    <DialogBox
      title={say('collecting.openOne', { id })}
      onClose={onClose}
      foot={<ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>}
    >
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      <table className="table" data-testid="giveout-items">
        <tbody>
          {items.map(({ key, name, isGiven }) => (
            <tr key={key}>
              <td>{name}</td>
              <td>{say(isGiven ? 'collecting.isGiven' : 'collecting.isNotGiven')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogBox>
  );
}
