import { useState } from 'react';
import type { QueueEntry } from '#contract/procedures.ts';
import type { Sku } from '#domain/ids.ts';
import { restOf } from '#domain/posting/divide.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A lead has the shop divide a posting before it is packed: how many of each go by themselves. */
export function SplitDialog(props: { readonly entry: QueueEntry; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { entry, onClose } = props;
  const { run, isRunning, failure } = useCommand('posting.split');
  const [taken, setTaken] = useState<ReadonlyMap<Sku, number>>(new Map());
  const away = entry.lines.flatMap(({ sku }) => {
    const quantity = taken.get(sku) ?? 0;
    return quantity > 0 ? [{ sku, quantity }] : [];
  });
  const isPart = restOf(entry.lines, away) !== null;
  const split = async () => {
    if ((await run({ posting: entry.posting, away })) !== null) onClose();
  };
  return (
    <DialogBox
      title={say('split.title', { posting: entry.posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void split()}
            isDisabled={isRunning || !isPart}
            testId="split-confirm"
          >
            {say(isRunning ? 'split.asking' : 'split.confirm')}
          </ActionButton>
        </>
      }
    >
      <p>{say('split.hint')}</p>
      {entry.lines.map(({ sku, name, quantity }) => (
        <NumberInput
          key={sku}
          label={say('cancel.unitsOf', { name, quantity })}
          value={taken.get(sku) ?? 0}
          min={0}
          max={quantity}
          onChange={(units) => setTaken(new Map([...taken, [sku, units]]))}
        />
      ))}
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
