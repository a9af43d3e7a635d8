import { useState } from 'react';
import type { ReturnRequestDetailView } from '#contract/return-request-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { amountOf } from './amount-of.ts';

/** What an action is sent with. */
export type ReturnActionInput = {
  readonly action: string;
  readonly reasonId: string | null;
  readonly comment: string;
  readonly amount: number | null;
};

/** Asks for what an action needs, and once more whether it is meant: it goes to the buyer and nobody can undo it. */
export function ReturnActionForm(props: {
  readonly action: ReturnRequestDetailView['actions'][number];
  readonly reasons: ReturnRequestDetailView['rejectionReasons'];
  readonly isRunning: boolean;
  readonly onRun: (input: ReturnActionInput) => void;
}) {
  const { say } = useTexts();
  const { action, reasons, isRunning, onRun } = props;
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [sum, setSum] = useState('');
  const reason = reasons.find(({ id }) => id === reasonId) ?? reasons[0] ?? null;
  const amount = amountOf(sum);
  const isWhole =
    action.needs === 'nothing' ||
    (action.needs === 'reason' ? reason !== null && comment.trim() !== '' : amount !== null);
  return (
    <div className="panel return-action">
      <p>{say('requests.confirmHint', { name: action.name })}</p>
      {action.needs === 'reason' && reason === null ? (
        <p className="note">{say('requests.noReason')}</p>
      ) : null}
      {action.needs === 'reason' && reason !== null ? (
        <>
          <SelectInput
            label={say('afterSale.returns.reason')}
            value={reason.id}
            options={reasons.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setReasonId}
            testId="request-reason"
          />
          <TextInput
            label={say('requests.comment')}
            value={comment}
            onChange={setComment}
            hint={reason.hint === '' ? undefined : reason.hint}
            lengthMax={1000}
          />
        </>
      ) : null}
      {action.needs === 'amount' ? (
        <TextInput
          label={say('requests.amount')}
          value={sum}
          onChange={setSum}
          error={sum.trim() !== '' && amount === null ? say('requests.noAmount') : null}
          isNumeric
          lengthMax={12}
        />
      ) : null}
      <div className="line-form">
        <ActionButton
          look="main"
          onPress={() =>
            onRun({
              action: action.id,
              reasonId: action.needs === 'reason' ? (reason?.id ?? null) : null,
              comment: action.needs === 'reason' ? comment.trim() : '',
              amount: action.needs === 'amount' ? amount : null,
            })
          }
          isDisabled={isRunning || !isWhole}
          testId="request-confirm"
        >
          {isRunning ? say('cancel.asking') : say('requests.confirm', { name: action.name })}
        </ActionButton>
      </div>
    </div>
  );
}
