import { useState } from 'react';
import type { PendingView } from '#contract/bench-view.ts';
import { ActionButton } from '../design/action-button.tsx';
import { TextInput } from '../design/text-input.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl, useScan } from '../scanning/use-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';

/** The number of the unit in hand: scanned, or typed where its code cannot be read. */
export function UnitNumberQuestion(props: {
  readonly pending: Extract<PendingView, { kind: 'unit-number' }>;
}) {
  const { say } = useTexts();
  const control = useControl();
  const scan = useScan();
  const [typed, setTyped] = useState('');
  const { sku, name, want } = props.pending;
  const take = () => {
    scan(typed.trim(), 'screen');
    setTyped('');
  };
  return (
    <>
      <ul className="takeover__candidates">
        <li className="candidate">
          <ProductPicture sku={sku} size="14rem" />
          <span>{name}</span>
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
          label={say(want === 'imei' ? 'unitNumber.imei' : 'unitNumber.uin')}
          value={typed}
          onChange={setTyped}
          isNumeric
          lengthMax={40}
        />
      </form>
      <div className="takeover__answers">
        <ActionButton
          look="inverse"
          isBig
          onPress={take}
          isDisabled={typed.trim() === ''}
          testId="unit-number-take"
        >
          {say('unitNumber.take')}
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
