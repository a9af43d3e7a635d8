import { useState } from 'react';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { MomentInput } from '../design/moment-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Moves the day of handing over to an earlier one, and the time at which the buyer gets the parcel. */
export function DeliveryTimes(props: {
  readonly posting: PostingNumber;
  /** By when it is to be handed over now, epoch ms; null where that cannot be moved. */
  readonly cutoffAt: number | null;
  readonly takesTimeslot: boolean;
  readonly onDone: () => void;
}) {
  const { say } = useTexts();
  const { posting, cutoffAt, takesTimeslot, onDone } = props;
  const { run, isRunning, failure } = useCommand('delivery.setCutoff');
  const [at, setAt] = useState<number | null>(cutoffAt);
  const isEarlier = at !== null && cutoffAt !== null && at < cutoffAt;
  const move = async () => {
    if (at !== null && (await run({ posting, at })) !== null) onDone();
  };
  return (
    <>
      {cutoffAt === null ? null : (
        <div className="line-form">
          <MomentInput label={say('ownDelivery.cutoff')} value={at} onChange={setAt} />
          <ActionButton
            onPress={() => void move()}
            isDisabled={isRunning || !isEarlier}
            testId="delivery-cutoff"
          >
            {say('common.save')}
          </ActionButton>
        </div>
      )}
      <FailureNote failure={failure} />
      {takesTimeslot ? <Timeslot posting={posting} onDone={onDone} /> : null}
    </>
  );
}

function Timeslot({ posting, onDone }: { readonly posting: PostingNumber; readonly onDone: () => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('delivery.timeslot', { posting });
  const { run, isRunning, failure: refusal } = useCommand('delivery.setTimeslot');
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const isWhole = from !== null && to !== null && from < to;
  const move = async () => {
    if (from === null || to === null) return;
    if ((await run({ posting, from, to })) === null) return;
    askAgain();
    onDone();
  };
  const text = (at: number | null) => (at === null ? '…' : formatMoment(language, at, now));
  return (
    <>
      <p className="note" data-testid="delivery-moves">
        {say('ownDelivery.moves', {
          count: value.changesLeft,
          from: text(value.from),
          to: text(value.to),
        })}
      </p>
      {value.changesLeft > 0 ? (
        <div className="line-form">
          <MomentInput label={say('ownDelivery.from')} value={from} onChange={setFrom} />
          <MomentInput label={say('ownDelivery.to')} value={to} onChange={setTo} />
          <ActionButton
            onPress={() => void move()}
            isDisabled={isRunning || !isWhole}
            testId="delivery-timeslot"
          >
            {say('ownDelivery.move')}
          </ActionButton>
        </div>
      ) : null}
      <FailureNote failure={refusal} />
    </>
  );
}
