import { useEffect, useState } from 'react';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { HandoverList } from './handover-list.tsx';
import { PickupPanel } from './pickup-panel.tsx';

type MethodShare = ProcedureOutput<'handover.waiting'>['methods'][number];
type Outcome = ProcedureOutput<'handover.create'>;

/**
 * Hands what waits of one delivery method over at the shop, after asking once, and again where something is left out.
 * `packed` tells that another package is there.
 */
export function Handover({ day, packed }: { readonly day: string; readonly packed: number }) {
  const { say } = useTexts();
  const { value, askAgain } = useAnswer('handover.waiting', {}, ['queue']);
  const { run, isRunning, failure } = useCommand('handover.create');
  const [asked, setAsked] = useState<MethodShare | null>(null);
  const [done, setDone] = useState<{ readonly share: MethodShare; readonly outcome: Outcome } | null>(null);
  const [approved, setApproved] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for what waits.
  useEffect(askAgain, [packed, askAgain]);
  const shares = value?.methods ?? [];

  const handOver = async (share: MethodShare, withoutRefused = false) => {
    setAsked(null);
    setDone(null);
    const outcome = await run({ day, deliveryMethodId: share.id, withoutRefused });
    if (outcome !== null) setDone({ share, outcome });
    if (outcome?.isApproved === true) setApproved((count) => count + 1);
    askAgain();
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
      {value !== null && shares.length === 0 && done === null ? (
        <p className="note">{say('handoverLater.nothing')}</p>
      ) : null}
      {isRunning ? <p role="status">{say('shift.handoverRunning')}</p> : null}
      <FailureNote failure={failure} />
      {done === null ? null : (
        <HandoverResult done={done.outcome} onWithoutRefused={() => void handOver(done.share, true)} />
      )}
      <PickupPanel />
      <HandoverList day={day} changed={approved} onCancelled={askAgain} />
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

function HandoverResult(props: { readonly done: Outcome; readonly onWithoutRefused: () => void }) {
  const { say } = useTexts();
  const { done } = props;
  const status = say(keyOr(`shift.handoverStatus.${done.status}`, 'shift.handoverStatus.other'), {
    status: done.status,
  });
  const why = (detail: string) =>
    say(keyOr(`shift.handoverWhy.${detail}`, 'shift.handoverWhy.other'), { words: detail });
  const key = done.isApproved ? 'shift.handoverDone' : 'shift.handoverAsked';
  return (
    <div className="panel" role="status" data-testid="handover-result" data-approved={done.isApproved}>
      <p>
        <b>{say(key, { count: done.postings })}</b> {say('shift.handoverNumber', { id: done.id, status })}
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
                <b>{number}</b> {why(detail)}
              </li>
            ))}
          </ul>
        </>
      )}
      {done.notPackedHere.length === 0 ? null : (
        <p className="selectable">
          {say('shift.handoverNotHere', { count: done.notPackedHere.length })} {done.notPackedHere.join(', ')}
        </p>
      )}
      {done.isApproved ? null : (
        <ActionButton onPress={props.onWithoutRefused} testId="handover-without">
          {say('shift.handoverWithout')}
        </ActionButton>
      )}
    </div>
  );
}
