import { useState } from 'react';
import type { ManifestRowView, ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { type MethodShare, toMethodShares } from './delivery-methods.ts';

/** Hands a day's postings of one delivery method over at the shop, after asking once. */
export function Handover(props: { readonly day: string; readonly rows: readonly ManifestRowView[] }) {
  const { say } = useTexts();
  const { day, rows } = props;
  const { run, isRunning, failure } = useCommand('handover.create');
  const [asked, setAsked] = useState<MethodShare | null>(null);
  const [done, setDone] = useState<ProcedureOutput<'handover.create'> | null>(null);
  const shares = toMethodShares(rows);
  if (shares.length === 0) return null;

  const handOver = async (share: MethodShare) => {
    setAsked(null);
    setDone(null);
    setDone(await run({ day, deliveryMethodId: share.id }));
  };
  return (
    <section className="shift__section">
      <h2 className="shift__title">{say('shift.handover')}</h2>
      <div className="settings__row">
        {shares.map((share) => (
          <ActionButton
            key={share.id}
            icon="truck"
            onPress={() => setAsked(share)}
            isDisabled={isRunning}
            testId={`handover-${share.id}`}
          >
            {say('shift.handoverStart', { method: share.name })} · {share.postings}
          </ActionButton>
        ))}
      </div>
      {isRunning ? <p role="status">{say('shift.handoverRunning')}</p> : null}
      <FailureNote failure={failure} />
      {done === null ? null : <HandoverResult done={done} />}
      {asked === null ? null : (
        <DialogBox
          title={say('shift.handoverStart', { method: asked.name })}
          onClose={() => setAsked(null)}
          foot={
            <>
              <ActionButton onPress={() => setAsked(null)}>{say('common.cancel')}</ActionButton>
              <ActionButton look="main" onPress={() => void handOver(asked)} testId="handover-confirm">
                {say('shift.handover')}
              </ActionButton>
            </>
          }
        >
          <p>{say('shift.handoverAsk', { count: asked.postings })}</p>
        </DialogBox>
      )}
    </section>
  );
}

function HandoverResult({ done }: { readonly done: ProcedureOutput<'handover.create'> }) {
  const { say } = useTexts();
  const status = say(keyOr(`shift.handoverStatus.${done.status}`, 'shift.handoverStatus.other'), {
    status: done.status,
  });
  return (
    <div className="panel" role="status" data-testid="handover-result">
      <p>
        <b>{say('shift.handoverDone', { count: done.postings })}</b>{' '}
        {say('shift.handoverNumber', { id: done.id, status })}
      </p>
      {done.document === null ? null : (
        <p className="selectable">{say('shift.handoverDocument', { file: done.document })}</p>
      )}
      {done.refused.length === 0 ? null : (
        <>
          <p>{say('shift.handoverRefused', { count: done.refused.length })}</p>
          <ul>
            {done.refused.map(({ number, detail }) => (
              <li key={number} className="selectable">
                <b>{number}</b> {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
