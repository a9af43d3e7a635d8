import { useState } from 'react';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FactList } from './fact-list.tsx';
import { ReturnActionForm, type ReturnActionInput } from './return-action-form.tsx';

/** All that the shop says of a buyer's return, and what it lets the seller do with it now. */
export function ReturnRequestDialog(props: {
  readonly id: string;
  readonly mayAct: boolean;
  readonly onClose: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { id, mayAct, onClose } = props;
  const { value, failure, askAgain } = useAnswer('returnRequest.get', { id });
  const act = useCommand('returnRequest.act');
  const [chosen, setChosen] = useState<string | null>(null);
  const action = value?.actions.find((one) => one.id === chosen) ?? null;
  const run = async (input: ReturnActionInput) => {
    const posting = PostingNumber.safeParse(value?.posting);
    if (value === null || !posting.success) return;
    const { number } = value;
    const isDone = (await act.run({ id, number, posting: posting.data, ...input })) !== null;
    if (isDone) setChosen(null);
    askAgain();
  };
  return (
    <DialogBox
      title={say('requests.title', { number: value?.number || id })}
      onClose={onClose}
      foot={<ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>}
    >
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value === null ? null : (
        <>
          <div data-testid="request-facts">
            <FactList
              facts={[
                [say('queue.columns.status'), value.state],
                [say('queue.columns.posting'), value.posting],
                [say('queue.columns.content'), [value.name, value.offer].filter(Boolean).join(' · ')],
                [say('requests.price'), value.price],
                [
                  say('afterSale.returns.reason'),
                  value.isDefect ? `${value.reason} (${say('requests.defect')})` : value.reason,
                ],
                [say('requests.message'), value.message],
                [say('requests.pictures'), say('requests.picturesAtShop', { count: value.pictures })],
                [say('requests.way'), value.way],
                [say('afterSale.delivery.tracking'), value.tracking],
                [say('requests.rejection'), value.rejection],
                [
                  say('afterSale.cancellations.asked'),
                  value.askedAt === null ? '' : formatMoment(language, value.askedAt, now),
                ],
              ]}
            />
          </div>
          {value.actions.length === 0 ? <p className="note">{say('requests.nothing')}</p> : null}
          {mayAct ? null : <p className="note">{say('requests.leads')}</p>}
          {mayAct ? (
            <div className="line-form">
              {value.actions.map((one) => (
                <ActionButton
                  key={one.id}
                  look={one.id === chosen ? 'main' : 'normal'}
                  onPress={() => setChosen(one.id)}
                  isDisabled={act.isRunning}
                  testId={`request-action-${one.id}`}
                >
                  {one.name}
                </ActionButton>
              ))}
            </div>
          ) : null}
          {action === null ? null : (
            <ReturnActionForm
              key={action.id}
              action={action}
              reasons={value.rejectionReasons}
              isRunning={act.isRunning}
              onRun={(input) => void run(input)}
            />
          )}
          <FailureNote failure={act.failure} />
        </>
      )}
    </DialogBox>
  );
}
