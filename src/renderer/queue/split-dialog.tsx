import type { QueueEntry } from '#contract/procedures.ts';
import { useCommand } from '../station-link/use-command.ts';
import { DivideForm } from './divide-form.tsx';

/** A lead has the shop divide a posting before it is packed: how many of each go by themselves. */
export function SplitDialog(props: { readonly entry: QueueEntry; readonly onClose: () => void }) {
  const { entry, onClose } = props;
  const { run, isRunning, failure } = useCommand('posting.split');
  return (
    <DivideForm
      {...{ act: 'split', entry, first: [], isRunning, failure, onClose }}
      onDivide={(away) => {
        void run({ posting: entry.posting, away }).then((done) => done !== null && onClose());
      }}
    />
  );
}
