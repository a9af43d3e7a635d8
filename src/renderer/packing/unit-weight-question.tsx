import type { PendingView } from '#contract/bench-view.ts';
import type { ScaleView } from '#contract/events.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatTenthsG } from '../texts/format.ts';
import type { TextKey } from '../texts/text-shape.ts';
import { useTexts } from '../texts/use-texts.ts';
import { toTypedWeightG } from './typed-weight.ts';
import { UnitQuestion } from './unit-question.tsx';

/** The weight of the unit in hand: off the scale, or typed where there is none. */
export function UnitWeightQuestion(props: {
  readonly pending: Extract<PendingView, { kind: 'unit-weight' }>;
}) {
  const { say } = useTexts();
  const type = useCommand('bench.typeWeight');
  const { sku, name } = props.pending;
  return (
    <UnitQuestion
      {...{ sku, name, lengthMax: 10, testId: 'unit-weight-take' }}
      label={say('unitWeight.typed')}
      takeText={say('unitWeight.take')}
      isTakeable={(typed) => toTypedWeightG(typed) !== null}
      onTake={(typed) => {
        const weightG = toTypedWeightG(typed);
        if (weightG !== null) void type.run({ weightG });
      }}
    >
      <LiveWeight />
    </UnitQuestion>
  );
}

/** What must be done at the scale before it weighs one unit alone. */
const hints: Readonly<Partial<Record<NonNullable<ScaleView['waitingFor']>, TextKey>>> = {
  'empty-pan': 'unitWeight.empty',
  removal: 'unitWeight.empty',
  zero: 'scale.waiting.zero',
  tare: 'unitWeight.tare',
};

function LiveWeight() {
  const { say, language } = useTexts();
  const scale = useBench((state) => state.scale);
  const isThere = useBench(({ view }) =>
    (view?.devices ?? []).some(({ kind, state }) => kind === 'scale' && state === 'ready'),
  );
  const shown = isThere ? scale : null;
  const hint = shown?.waitingFor == null ? undefined : hints[shown.waitingFor];
  return (
    <>
      <strong className="takeover__scale" data-testid="unit-scale">
        {shown === null || shown.tenthsG === null ? '—' : formatTenthsG(language, shown.tenthsG)}
      </strong>
      {hint === undefined ? null : <span data-testid="unit-scale-hint">{say(hint)}</span>}
    </>
  );
}
