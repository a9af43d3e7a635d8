import { useState } from 'react';
import type { Driver, GatePassView } from '#contract/courier-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PassDialog } from './pass-dialog.tsx';

type Edited = { readonly id: string | null; readonly driver: Driver };

const nobody: Driver = { name: '', phone: '', plate: '', model: '', takesReturns: false };

/** The passes with which a handover is let through the gate of the acceptance point. */
export function GatePasses({ handover }: { readonly handover: string }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('pass.list', { handover });
  const { run, isRunning, failure: refusal } = useCommand('pass.delete');
  const [edited, setEdited] = useState<Edited | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const { passes, mayAdd } = value;
  if (passes.length === 0 && !mayAdd) return null;
  const remove = async (id: string) => {
    await run({ handover, id });
    askAgain();
  };
  return (
    <section className="shift__section" data-testid="gate-passes">
      <h3 className="shift__title">{say('passes.title')}</h3>
      {passes.length === 0 ? <p className="note">{say('passes.none')}</p> : null}
      {passes.map((pass) => (
        <PassLine
          key={pass.id}
          pass={pass}
          mayChange={mayAdd && !isRunning}
          onChange={() => setEdited({ id: pass.id, driver: pass.driver })}
          onRemove={() => void remove(pass.id)}
        />
      ))}
      <FailureNote failure={refusal} />
      {mayAdd ? (
        <div className="settings__row">
          <ActionButton onPress={() => setEdited({ id: null, driver: nobody })} testId="pass-add">
            {say('passes.add')}
          </ActionButton>
        </div>
      ) : null}
      {edited === null ? null : (
        <PassDialog
          handover={handover}
          {...edited}
          onClose={() => {
            setEdited(null);
            askAgain();
          }}
        />
      )}
    </section>
  );
}

function PassLine(props: {
  readonly pass: GatePassView;
  readonly mayChange: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { id, driver, arrivesAt, isActive } = props.pass;
  const facts = [
    ...[driver.name, driver.phone, driver.plate, driver.model],
    arrivesAt === null ? '' : `${say('passes.arrives')} ${formatMoment(language, arrivesAt, now)}`,
    driver.takesReturns ? say('passes.returns') : '',
    isActive ? '' : say('passes.inactive'),
  ];
  return (
    <div className="settings__row" data-testid={`pass-${id}`}>
      <p className="selectable">{facts.filter((words) => words !== '').join(' · ')}</p>
      {props.mayChange ? (
        <>
          <ActionButton
            onPress={props.onChange}
            label={say('passes.changeOf', { name: driver.name })}
            testId={`pass-change-${id}`}
          >
            {say('passes.change')}
          </ActionButton>
          <ActionButton
            onPress={props.onRemove}
            label={say('passes.removeOf', { name: driver.name })}
            testId={`pass-remove-${id}`}
          >
            {say('passes.remove')}
          </ActionButton>
        </>
      ) : null}
    </div>
  );
}
