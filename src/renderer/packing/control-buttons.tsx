import type { PlainControl } from '#domain/scanning/control-code.ts';
import { ActionButton } from '../design/action-button.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import type { TextKey } from '../texts/text-shape.ts';
import { useTexts } from '../texts/use-texts.ts';
import { controlsFor, type PackingStep } from './packing-step.ts';

/** What can be done now, each with its key; the same as scanning the control code. */
export function ControlButtons(props: { readonly step: PackingStep; readonly isWeighed: boolean }) {
  const { say } = useTexts();
  const control = useControl();
  const { step, isWeighed } = props;
  return (
    <fieldset className="controls">
      <legend className="unseen">{say('control.label')}</legend>
      {controlsFor(step, isWeighed).map((name) => (
        <ActionButton
          key={name}
          keyName={controlKeys[name]}
          onPress={() => control(name)}
          look={name === 'ok' ? 'main' : 'normal'}
          testId={`control-${name}`}
        >
          {say(textOf(name, step))}
        </ActionButton>
      ))}
    </fieldset>
  );
}

/** The same code does different things at different steps; the button says which. */
function textOf(control: PlainControl, step: PackingStep): TextKey {
  if (control === 'next' && step === 'scan-first') return 'control.putBack';
  if (control === 'next' && step.startsWith('label-')) return 'control.interim';
  if (control === 'ok' && step === 'label-not-sent') return 'control.send';
  if (control === 'ok') return 'control.finish';
  return `control.${control}`;
}
