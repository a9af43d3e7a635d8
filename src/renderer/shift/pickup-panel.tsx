import type { PickupPlanView } from '#contract/courier-procedures.ts';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';

type PickupDay = ProcedureOutput<'pickup.list'>['days'][number];

/** Couriers of the shop's that fetch parcels from a warehouse; nothing where the shop plans none. */
export function PickupPanel() {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('pickup.list', {});
  const dayText = ({ name, day, shopStatus }: PickupDay) => {
    const status = say(keyOr(`pickup.status.${shopStatus}`, 'pickup.status.other'), { status: shopStatus });
    return `${day} · ${name} · ${status}`;
  };
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null || value.plans.length === 0) return null;
  return (
    <section className="shift__section">
      <h3 className="shift__title">{say('pickup.title')}</h3>
      {value.plans.map((plan) => (
        <PickupLine key={plan.warehouse} plan={plan} onChanged={askAgain} />
      ))}
      {value.days.length === 0 ? null : (
        <details>
          <summary>{say('pickup.days')}</summary>
          <ul>
            {[...new Set(value.days.map(dayText))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PickupLine({ plan, onChanged }: { readonly plan: PickupPlanView; readonly onChanged: () => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { run, isRunning, failure } = useCommand('pickup.plan');
  const { warehouse, name, isPlanned, mayChange, hasPostings, changeableUntil } = plan;
  const change = async () => {
    await run({ warehouse, isPlanned: !isPlanned });
    onChanged();
  };
  const facts = [
    say(isPlanned ? 'pickup.planned' : 'pickup.notPlanned'),
    hasPostings ? '' : say('pickup.nothing'),
    changeableUntil === null ? '' : say('pickup.until', { at: formatMoment(language, changeableUntil, now) }),
  ];
  return (
    <div className="panel settings__row" data-testid={`pickup-${warehouse}`} data-planned={isPlanned}>
      <p>
        <b>{name}</b> {facts.filter((words) => words !== '').join(' · ')}
      </p>
      {mayChange ? (
        <ActionButton
          onPress={() => void change()}
          isDisabled={isRunning}
          testId={`pickup-plan-${warehouse}`}
        >
          {say(isPlanned ? 'pickup.callOff' : 'pickup.call')}
        </ActionButton>
      ) : (
        <p className="note">{say('pickup.fixed')}</p>
      )}
      <FailureNote failure={failure} />
    </div>
  );
}
