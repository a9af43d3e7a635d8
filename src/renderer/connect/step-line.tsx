import { Icon } from '../design/icon.tsx';
import { useTexts } from '../texts/use-texts.ts';

export const connectSteps = ['key', 'rights', 'warehouses', 'done'] as const;
export type ConnectStep = (typeof connectSteps)[number];

/** Where on the way to the shop a person stands. */
export function StepLine({ step }: { readonly step: ConnectStep }) {
  const { say } = useTexts();
  const at = connectSteps.indexOf(step);
  return (
    <ol className="connect__steps" aria-label={say('connect.steps')}>
      {connectSteps.map((name, index) => (
        <li
          key={name}
          className={`connect__step${index < at ? ' connect__step--past' : ''}`}
          {...(index === at ? { 'aria-current': 'step' } : {})}
        >
          <span className="connect__number" aria-hidden="true">
            {index < at ? <Icon name="check" size="1.25rem" line={3} /> : index + 1}
          </span>
          {say(`connect.step.${name}`)}
        </li>
      ))}
    </ol>
  );
}
