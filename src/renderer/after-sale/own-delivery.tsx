import { useState } from 'react';
import { shopStatusText } from '#contract/texts/sentences.ts';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A parcel that the seller delivers is named by its number, and the shop is told how far it is. */
export function OwnDelivery() {
  const { say } = useTexts();
  const [words, setWords] = useState('');
  const [posting, setPosting] = useState<PostingNumber | null>(null);
  const number = PostingNumber.safeParse(words.trim());
  return (
    <div className="panel">
      <p className="note">{say('afterSale.delivery.hint')}</p>
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.success) setPosting(number.data);
        }}
      >
        <TextInput
          label={say('afterSale.delivery.posting')}
          value={words}
          onChange={setWords}
          lengthMax={64}
        />
        <ActionButton
          onPress={() => setPosting(number.success ? number.data : null)}
          isDisabled={!number.success}
          testId="delivery-show"
        >
          {say('afterSale.delivery.show')}
        </ActionButton>
      </form>
      {posting === null ? null : <OneDelivery key={posting} posting={posting} />}
    </div>
  );
}

function OneDelivery({ posting }: { readonly posting: PostingNumber }) {
  const { say, language } = useTexts();
  const { value, failure, askAgain } = useAnswer('delivery.read', { posting }, ['queue']);
  const tell = useCommand('delivery.tell');
  const track = useCommand('delivery.track');
  const [tracking, setTracking] = useState('');
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const isRunning = tell.isRunning || track.isRunning;
  const after = async (answer: Promise<unknown>) => {
    if ((await answer) !== null) askAgain();
  };
  return (
    <>
      <p data-testid="delivery-state">
        {[posting, shopStatusText(language, value.shopStatus), value.deliveryMethod, value.trackingNumber]
          .filter((text) => text !== '')
          .join(' · ')}
      </p>
      {value.takesTrackingNumber ? (
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
      {value.steps.length === 0 && !value.takesTrackingNumber ? (
        <p className="note">{say('afterSale.delivery.nothing')}</p>
      ) : null}
      <FailureNote failure={tell.failure ?? track.failure} />
    </>
  );
}
