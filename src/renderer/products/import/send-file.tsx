import { useState } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useNow } from '../../design/use-now.ts';
import { useAnswer } from '../../station-link/use-answer.ts';
import { useCommand } from '../../station-link/use-command.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/use-texts.ts';

type Refusal = Extract<ProcedureOutput<'import.send'>, { isStarted: false }>;

/** Says how many products the shop takes, and sends the good ones. */
export function SendFile({ id, ready }: { readonly id: string; readonly ready: number }) {
  const { say, language } = useTexts();
  const now = useNow();
  const quota = useAnswer('import.quota', {});
  const { run, isRunning, failure } = useCommand('import.send');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async () => {
    setRefusal(null);
    const answer = await run({ id });
    if (answer?.isStarted === false) setRefusal(answer);
  };
  const refusedText = ({ wanted, quota: { leftToday, leftAtAll, resetsAt } }: Refusal) => {
    const isToday = leftToday !== null && (leftAtAll === null || leftToday <= leftAtAll) && resetsAt !== null;
    if (!isToday) return say('import.quotaShortAtAll', { wanted, left: leftAtAll ?? leftToday ?? 0 });
    return say('import.quotaShort', { wanted, left: leftToday, at: formatMoment(language, resetsAt, now) });
  };
  return (
    <section>
      {quota.value === null ? null : <QuotaNote {...quota.value} />}
      <FailureNote failure={quota.failure} onRetry={quota.askAgain} />
      <ActionButton look="main" onPress={() => void send()} isDisabled={isRunning} testId="import-send">
        {say('import.send', { count: ready })}
      </ActionButton>
      {refusal === null ? null : (
        <p className="failure" role="alert" data-testid="import-quota-short">
          {refusedText(refusal)}
        </p>
      )}
      <FailureNote failure={failure} />
    </section>
  );
}

function QuotaNote({ leftToday, leftAtAll }: ProcedureOutput<'import.quota'>) {
  const { say } = useTexts();
  return (
    <p className="note" data-testid="import-quota">
      {leftToday === null ? say('import.quotaNone') : say('import.quota', { left: leftToday })}
      {leftAtAll === null ? '' : ` ${say('import.quotaAtAll', { left: leftAtAll })}`}
    </p>
  );
}
