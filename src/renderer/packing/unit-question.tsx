import { type ReactNode, useState } from 'react';
import type { Sku } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { TextInput } from '../design/text-input.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';

/** Something that is asked of the one unit in hand: read by a device, or typed; or the unit is left out. */
export function UnitQuestion(props: {
  readonly sku: Sku;
  readonly name: string | null;
  readonly label: string;
  readonly lengthMax: number;
  readonly takeText: string;
  readonly testId: string;
  readonly isTakeable: (typed: string) => boolean;
  readonly onTake: (typed: string) => void;
  /** Shown with the unit. */
  readonly children?: ReactNode;
}) {
  const { say } = useTexts();
  const control = useControl();
  const [typed, setTyped] = useState('');
  const isTakeable = props.isTakeable(typed);
  const take = () => {
    if (!isTakeable) return;
    props.onTake(typed);
    setTyped('');
  };
  return (
    <>
      <ul className="takeover__candidates">
        <li className="candidate">
          <ProductPicture sku={props.sku} size="14rem" />
          <span>{props.name}</span>
          {props.children}
        </li>
      </ul>
      <form
        className="takeover__typed"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextInput
          label={props.label}
          value={typed}
          onChange={setTyped}
          isNumeric
          lengthMax={props.lengthMax}
        />
      </form>
      <div className="takeover__answers">
        <ActionButton look="inverse" isBig onPress={take} isDisabled={!isTakeable} testId={props.testId}>
          {props.takeText}
        </ActionButton>
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.no}
          onPress={() => control('no')}
          testId="answer-no"
        >
          {say('unitNumber.putBack')}
        </ActionButton>
      </div>
    </>
  );
}
