import { useEffect, useState } from 'react';
import { shopStatusText } from '#contract/texts/sentences.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CourierCode } from './courier-code.tsx';
import { DeliveryTimes } from './delivery-times.tsx';

/** One parcel that the seller delivers: what the shop takes for it now, and nothing else. */
export function OneDelivery(props: {
  readonly posting: PostingNumber;
  readonly isLead: boolean;
  /** What was scanned last for it: the courier's code where one is wanted, else the carrier's number. */
  readonly scanned: { readonly text: string; readonly n: number } | null;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { posting, isLead, scanned } = props;
  const { value, failure, askAgain } = useAnswer('delivery.read', { posting }, ['queue']);
  const tell = useCommand('delivery.tell');
  const track = useCommand('delivery.track');
  const [tracking, setTracking] = useState('');
  const takesTracking = value?.takesTrackingNumber === true;
  useEffect(() => {
    if (scanned !== null && takesTracking) setTracking(scanned.text);
  }, [scanned, takesTracking]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const isRunning = tell.isRunning || track.isRunning;
  const after = async (answer: Promise<unknown>) => {
    if ((await answer) !== null) askAgain();
  };
  const takesTimes = isLead && (value.takesCutoff || value.takesTimeslot);
  const facts = [
    posting,
    shopStatusText(language, value.shopStatus),
    value.deliveryMethod,
    value.trackingNumber,
    value.cutoffAt === null ? '' : formatMoment(language, value.cutoffAt, now),
  ];
  return (
    <>
      <p data-testid="delivery-state">{facts.filter((text) => text !== '').join(' · ')}</p>
      {takesTracking ? (
        <div className="line-form">
          <TextInput
            label={say('afterSale.delivery.tracking')}
            value={tracking}
            onChange={setTracking}
            lengthMax={50}
          />
          <ActionButton
            onPress={() => void after(track.run({ posting, tracking }))}
            isDisabled={isRunning || tracking.trim() === ''}
            testId="delivery-track"
          >
            {say('common.save')}
          </ActionButton>
        </div>
      ) : null}
      {value.isExpress ? (
        <CourierCode posting={posting} scanned={takesTracking ? null : (scanned?.text ?? null)} />
      ) : null}
      <div className="line-form">
        {value.steps.map((step) => (
          <ActionButton
            key={step}
            look="main"
            onPress={() => void after(tell.run({ posting, step }))}
            isDisabled={isRunning}
            testId={`delivery-${step}`}
          >
            {say(`afterSale.delivery.steps.${step}`)}
          </ActionButton>
        ))}
      </div>
      {takesTimes ? (
        <DeliveryTimes
          posting={posting}
          cutoffAt={value.takesCutoff ? value.cutoffAt : null}
          takesTimeslot={value.takesTimeslot}
          onDone={askAgain}
        />
      ) : null}
      {value.steps.length === 0 && !takesTracking && !takesTimes && !value.isExpress ? (
        <p className="note">{say('afterSale.delivery.nothing')}</p>
      ) : null}
      <FailureNote failure={tell.failure ?? track.failure} />
    </>
  );
}
