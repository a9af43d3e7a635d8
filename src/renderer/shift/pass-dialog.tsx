import { useState } from 'react';
import type { Driver } from '#contract/courier-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { Toggle } from '../design/toggle.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Who drives, and in what: all of it is wanted at the gate. */
export function PassDialog(props: {
  readonly handover: string;
  readonly id: string | null;
  readonly driver: Driver;
  readonly onClose: () => void;
}) {
  const { say } = useTexts();
  const { handover, id, onClose } = props;
  const { run, isRunning, failure } = useCommand('pass.save');
  const [driver, setDriver] = useState(props.driver);
  const fields = ['name', 'phone', 'plate', 'model'] as const;
  const isFilled = fields.every((field) => driver[field].trim() !== '');
  const save = async () => {
    if ((await run({ handover, id, driver })) !== null) onClose();
  };
  const labels = {
    ...{ name: say('passes.driver'), phone: say('passes.phone') },
    ...{ plate: say('passes.plate'), model: say('passes.model') },
  };
  return (
    <DialogBox
      title={id === null ? say('passes.add') : say('passes.changeOf', { name: props.driver.name })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void save()}
            isDisabled={isRunning || !isFilled}
            testId="pass-save"
          >
            {say(isRunning ? 'cancel.asking' : 'common.save')}
          </ActionButton>
        </>
      }
    >
      {fields.map((field) => (
        <TextInput
          key={field}
          label={labels[field]}
          value={driver[field]}
          onChange={(value) => setDriver({ ...driver, [field]: value })}
          lengthMax={100}
        />
      ))}
      <Toggle
        label={say('passes.returns')}
        hint=""
        isOn={driver.takesReturns}
        onChange={(takesReturns) => setDriver({ ...driver, takesReturns })}
      />
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
