import { useState } from 'react';
import type { PendingView } from '#contract/bench-view.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { TextInput } from '../design/text-input.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatTenthsG } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';
import { toTypedWeightG } from './typed-weight.ts';

/** The weight of the unit in hand: off the scale, or typed where there is none. */
export function UnitWeightQuestion(props: {
  readonly pending: Extract<PendingView, { kind: 'unit-weight' }>;
}) {
  const { say } = useTexts();
  const control = useControl();
  const type = useCommand('bench.typeWeight');
  const [typed, setTyped] = useState('');
  const { sku, name } = props.pending;
  const weightG = toTypedWeightG(typed);
  const take = () => {
    if (weightG === null) return;
    void type.run({ weightG });
    setTyped('');
  };
  return (
    <>
      <ul className="takeover__candidates">
        <li className="candidate">
          <ProductPicture sku={sku} size="14rem" />
          <span>{name}</span>
          <LiveWeight />
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
          label={say('unitWeight.typed')}
          value={typed}
          onChange={setTyped}
          isNumeric
          lengthMax={10}
        />
      </form>
      <div className="takeover__answers">
        <ActionButton
          look="inverse"
          isBig
          onPress={take}
          isDisabled={weightG === null}
          testId="unit-weight-take"
        >
          {say('unitWeight.take')}
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

/** What the scale shows now, and what must come off it first. */
function LiveWeight() {
  const { say, language } = useTexts();
  const scale = useBench((state) => state.scale);
  const mustEmpty = scale?.waitingFor === 'empty-pan' || scale?.waitingFor === 'removal';
  return (
    <>
      <strong className="takeover__scale" data-testid="unit-scale">
        {scale == null || scale.tenthsG === null ? '—' : formatTenthsG(language, scale.tenthsG)}
      </strong>
      {mustEmpty ? <span data-testid="unit-scale-empty">{say('unitWeight.empty')}</span> : null}
    </>
  );
}
