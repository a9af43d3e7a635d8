import { useState } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { QueueEntry } from '#contract/procedures.ts';
import type { Sku } from '#domain/ids.ts';
import { type Contents, restOf } from '#domain/posting/divide.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** How many of each product of a posting go by themselves; something must stay. */
export function DivideForm(props: {
  readonly act: 'split' | 'shipPart';
  readonly entry: QueueEntry;
  /** Chosen at first. */
  readonly first: Contents;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onDivide: (taken: { readonly sku: Sku; readonly quantity: number }[]) => void;
  readonly onClose: () => void;
}) {
  const { say } = useTexts();
  const { act, entry, first, isRunning, failure, onDivide, onClose } = props;
  const [chosen, setChosen] = useState<ReadonlyMap<Sku, number>>(
    new Map(first.map(({ sku, quantity }) => [sku, quantity])),
  );
  const taken = entry.lines.flatMap(({ sku }) => {
    const quantity = chosen.get(sku) ?? 0;
    return quantity > 0 ? [{ sku, quantity }] : [];
  });
  const isPart = restOf(entry.lines, taken) !== null;
  return (
    <DialogBox
      title={say(`${act}.title`, { posting: entry.posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => onDivide(taken)}
            isDisabled={isRunning || !isPart}
            testId={`${act}-confirm`}
          >
            {say(isRunning ? `${act}.asking` : `${act}.confirm`)}
          </ActionButton>
        </>
      }
    >
      <p>{say(`${act}.hint`, { posting: entry.posting })}</p>
      {entry.lines.map(({ sku, name, quantity }) => (
        <NumberInput
          key={sku}
          label={say('cancel.unitsOf', { name, quantity })}
          value={chosen.get(sku) ?? 0}
          min={0}
          max={quantity}
          onChange={(units) => setChosen(new Map([...chosen, [sku, units]]))}
        />
      ))}
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
