import { NumberInput } from '../design/number-input.tsx';
import { Toggle } from '../design/toggle.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';

/** How strict the bench is. */
export function RuleSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}) {
  const { say } = useTexts();
  const { rules } = props.draft;
  const set = (change: Partial<Draft['rules']>) => props.change({ rules: { ...rules, ...change } });
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.rules.title')}</h1>
      <Toggle
        label={say('settings.rules.weigh')}
        hint={say('settings.rules.weighHint')}
        isOn={rules.requireWeight}
        onChange={(requireWeight) => set({ requireWeight })}
      />
      <div className="settings__row">
        <NumberInput
          label={say('settings.rules.tolerance')}
          value={rules.weightToleranceG}
          min={0}
          max={10_000}
          onChange={(weightToleranceG) => set({ weightToleranceG })}
        />
        <NumberInput
          label={say('settings.rules.tolerancePct')}
          value={rules.weightTolerancePct}
          min={0}
          max={50}
          onChange={(weightTolerancePct) => set({ weightTolerancePct })}
        />
      </div>
      <Toggle
        label={say('settings.rules.verify')}
        hint={say('settings.rules.verifyHint')}
        isOn={rules.verifyLabel}
        onChange={(verifyLabel) => set({ verifyLabel })}
      />
      <div className="settings__row">
        <NumberInput
          label={say('settings.rules.labelWait')}
          value={rules.labelWaitSeconds}
          min={1}
          max={3600}
          onChange={(labelWaitSeconds) => set({ labelWaitSeconds })}
        />
        <p className="note">{say('settings.rules.labelWaitHint')}</p>
      </div>
    </section>
  );
}
