import { useState } from 'react';
import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Icon } from '../design/icon.tsx';
import { SliderInput } from '../design/slider-input.tsx';
import { formatGrams } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Simulation } from './use-simulation.ts';

/** An item left out, for those who want to see the weight refused; g. */
const missingG = 200;
const panMostG = 10_000;

/** A pan to put the parcel on. */
export function SimulatedScale({ simulation }: { readonly simulation: Simulation }) {
  const { say, language } = useTexts();
  // What lies on the pan stays there while the panel is folded away.
  const [weightG, setWeightG] = useState(() => (useBench.getState().scale?.tenthsG ?? 0) / 10);
  const suggestedG = simulation.suggestions.weightG;
  const put = (grams: number) => {
    setWeightG(grams);
    simulation.weigh(grams);
  };
  return (
    <section className="sim-device">
      <h2 className="sim-device__title">
        <Icon name="scale" size="1.75rem" /> {say('sim.scale')}
      </h2>
      {suggestedG === null ? null : (
        <>
          <ActionButton look="main" onPress={() => put(Math.round(suggestedG))} testId="sim-weigh">
            {say('sim.putOn', { weight: formatGrams(language, suggestedG) })}
          </ActionButton>
          <ActionButton
            onPress={() => put(Math.max(0, Math.round(suggestedG) - missingG))}
            testId="sim-weigh-off"
          >
            {say('sim.putOnOff')}
          </ActionButton>
        </>
      )}
      <ActionButton onPress={() => put(0)} isDisabled={weightG === 0} testId="sim-clear">
        {say('sim.clear')}
      </ActionButton>
      <SliderInput
        label={say('sim.weight')}
        value={weightG}
        min={0}
        max={panMostG}
        step={5}
        show={(value) => formatGrams(language, value)}
        onChange={setWeightG}
        onSet={put}
      />
    </section>
  );
}
