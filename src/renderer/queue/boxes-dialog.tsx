import { useState } from 'react';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** In how many boxes a posting goes that may have several under one number; said before it is packed. */
export function BoxesDialog(props: { readonly posting: PostingNumber; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { posting, onClose } = props;
  const { run, isRunning, failure } = useCommand('posting.setBoxes');
  const [boxes, setBoxes] = useState(2);
  const tell = async () => {
    if ((await run({ posting, boxes })) !== null) onClose();
  };
  return (
    <DialogBox
      title={say('boxes.title', { posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton look="main" onPress={() => void tell()} isDisabled={isRunning} testId="boxes-confirm">
            {say('boxes.confirm')}
          </ActionButton>
        </>
      }
    >
      <p>{say('boxes.hint')}</p>
      <NumberInput label={say('boxes.count')} value={boxes} min={1} max={1000} onChange={setBoxes} />
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
