import type { ReturnView } from '#contract/after-sale-procedures.ts';
import type { ReturnCheckView } from '#contract/return-check-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FactList } from './fact-list.tsx';
import { ReturnCheck } from './return-check.tsx';

/** All that the shop says of goods that come back through it. */
export function ReturnDialog(props: {
  readonly row: ReturnView;
  readonly checks: readonly ReturnCheckView[];
  readonly onNoted: () => void;
  readonly onClose: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { row, onClose } = props;
  const moment = (at: number | null) => (at === null ? '' : formatMoment(language, at, now));
  return (
    <DialogBox
      title={say('requests.title', { number: row.barcode || row.id })}
      onClose={onClose}
      foot={<ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>}
    >
      <div data-testid="return-facts">
        <FactList
          facts={[
            [say('queue.columns.status'), row.state],
            [say('queue.columns.posting'), row.posting],
            [say('queue.columns.content'), `${row.quantity} × ${row.name} (${row.offer})`],
            [say('requests.price'), row.price],
            [say('requests.kind'), row.kind === 'unknown' ? '' : say(`requests.kinds.${row.kind}`)],
            [say('afterSale.returns.reason'), row.reason],
            [say('requests.opened'), row.isOpened ? say('requests.isOpened') : ''],
            [say('afterSale.returns.place'), row.place],
            [say('requests.target'), row.target],
            [say('afterSale.returns.barcode'), row.barcode],
            [say('requests.givenBack'), moment(row.givenBackAt)],
            [say('requests.readySince'), moment(row.readyAt)],
            [say('requests.storage'), row.storage],
            [say('requests.disposal'), moment(row.disposalAt)],
            [say('requests.compensation'), row.compensation],
            [say('afterSale.returns.changed'), moment(row.changedAt)],
          ]}
        />
      </div>
      <ReturnCheck id={row.id} checks={props.checks} onNoted={props.onNoted} />
    </DialogBox>
  );
}
