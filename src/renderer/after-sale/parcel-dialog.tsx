import { shopStatusText } from '#contract/texts/sentences.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FactList } from './fact-list.tsx';

/** Everything that the bench has seen of a parcel since it was packed, with the times at which it did. */
export function ParcelDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure } = useAnswer('way.read', { code }, ['queue']);
  const moment = (at: number | null) => (at === null ? '' : formatMoment(language, at, now));
  return (
    <DialogBox
      title={say('way.openOne', { posting: value?.posting ?? code })}
      onClose={onClose}
      foot={<ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>}
    >
      {failure?.code === 'not-found' ? <p role="status">{say('way.notHere')}</p> : null}
      {failure === null || failure.code === 'not-found' ? null : <FailureNote failure={failure} />}
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value === null ? null : (
        <div data-testid="parcel-facts">
          <FactList
            facts={[
              [say('queue.columns.status'), shopStatusText(language, value.word)],
              [say('way.method'), value.deliveryMethod],
              [say('way.cutoff'), moment(value.cutoffAt)],
              [say('way.handedOver'), moment(value.handedOverAt)],
              [
                say('afterSale.tabs.returns'),
                value.returns.map(({ state, barcode }) => `${state} ${barcode}`.trim()).join(', '),
              ],
            ]}
          />
          <table className="table">
            <thead>
              <tr>
                <th>{say('way.seen')}</th>
                <th>{say('queue.columns.status')}</th>
              </tr>
            </thead>
            <tbody>
              {value.steps.map((step) => (
                <tr key={`${step.seenAt} ${step.word}`} data-testid="parcel-step">
                  <td>{moment(step.seenAt)}</td>
                  <td>{shopStatusText(language, step.word)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DialogBox>
  );
}
