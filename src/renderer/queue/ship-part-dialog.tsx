import type { QueueEntry } from '#contract/procedures.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { DivideForm } from './divide-form.tsx';

/** A lead has the shop ship what is ready of a posting on hold; at first what was scanned into its box. */
export function ShipPartDialog(props: { readonly entry: QueueEntry; readonly onClose: () => void }) {
  const { entry, onClose } = props;
  const { value, failure: unread } = useAnswer('posting.scanned', { posting: entry.posting }, []);
  const { run, isRunning, failure } = useCommand('posting.shipPart');
  if (value === null && unread === null) return null;
  return (
    <DivideForm
      {...{ act: 'shipPart', entry, first: value?.contents ?? [], isRunning, failure, onClose }}
      onDivide={(part) => {
        void run({ posting: entry.posting, part }).then((done) => done !== null && onClose());
      }}
    />
  );
}
