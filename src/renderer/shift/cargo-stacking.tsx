import { useState } from 'react';
import type { CargoPlaceView, WholeCargoPlaceView } from '#contract/cargo-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Puts a box on one of the open pallets, or takes it off. */
export function CargoStacking(props: {
  readonly place: WholeCargoPlaceView;
  readonly places: readonly CargoPlaceView[];
  readonly onChanged: (outcome: { readonly isUnderWay: boolean } | null) => void;
}) {
  const { say } = useTexts();
  const { place, places, onChanged } = props;
  const { run, isRunning, failure } = useCommand('cargo.stack');
  const pallets = places.filter(
    ({ kind, status, warehouse }) => kind === 'pallet' && status === 'open' && warehouse === place.warehouse,
  );
  const [chosen, setChosen] = useState('');
  if (place.kind !== 'box') return null;
  const { pallet } = place;
  const onto = pallets.find(({ id }) => id === chosen)?.id ?? pallets[0]?.id;
  const stack = async (on: string, isOn: boolean) =>
    onChanged(await run({ pallet: on, box: place.id, isOn }));
  return (
    <>
      {pallet === null ? null : <p>{say('cargo.onPallet')}</p>}
      <div className="line-form">
        {pallet !== null && place.steps.includes('take-off') ? (
          <ActionButton
            onPress={() => void stack(pallet, false)}
            isDisabled={isRunning}
            testId="cargo-take-off"
          >
            {say('cargo.takeOff')}
          </ActionButton>
        ) : null}
        {pallet === null && onto !== undefined && place.steps.includes('put-on') ? (
          <>
            <SelectInput
              label={say('cargo.pallet')}
              value={onto}
              options={pallets.map(({ id, number }) => ({
                value: id,
                text: say('cargo.name.pallet', { number }),
              }))}
              onChange={setChosen}
              testId="cargo-pallet"
            />
            <ActionButton onPress={() => void stack(onto, true)} isDisabled={isRunning} testId="cargo-put-on">
              {say('cargo.putOn')}
            </ActionButton>
          </>
        ) : null}
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
