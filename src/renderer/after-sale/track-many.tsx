import { useState } from 'react';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useScans } from '../scanning/use-scans.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { isPostingCode } from './posting-code.ts';

type Pair = {
  readonly posting: PostingNumber;
  readonly tracking: string;
  /** What came of it: not sent yet, taken, or the shop's words. */
  readonly outcome: 'waiting' | 'done' | { readonly words: string };
};

/** Several carrier's numbers at once: the parcel is scanned, then its number, and what came of each stays in sight. */
export function TrackMany({ takesScans }: { readonly takesScans: boolean }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('delivery.trackMany');
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [posting, setPosting] = useState('');
  const [tracking, setTracking] = useState('');
  const number = PostingNumber.safeParse(posting.trim());
  const put = (found: PostingNumber, given: string) => {
    // The number that was given last is meant.
    const others = pairs.filter((pair) => pair.posting !== found);
    setPairs([...others, { posting: found, tracking: given.trim(), outcome: 'waiting' }]);
    setPosting('');
    setTracking('');
  };
  const take = (text: string) => {
    if (isPostingCode(text)) setPosting(text.trim());
    else if (number.success) put(number.data, text);
    else setTracking(text.trim());
  };
  useScans(takesScans && !isRunning ? take : null);
  const toSend = pairs.filter(({ outcome }) => outcome !== 'done');
  const send = async () => {
    const answer = await run({
      pairs: toSend.map((pair) => ({ posting: pair.posting, tracking: pair.tracking })),
    });
    if (answer === null) return;
    const came = new Map(answer.outcomes.map((one) => [one.posting, one.refusal]));
    setPairs((before) =>
      before.map((pair) => {
        const refusal = came.get(pair.posting);
        if (refusal === undefined) return pair;
        return { ...pair, outcome: refusal === null ? 'done' : { words: refusal } };
      }),
    );
  };
  return (
    <>
      <p className="note">{say('ownDelivery.manyHint')}</p>
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.success && tracking.trim() !== '') put(number.data, tracking);
        }}
      >
        <TextInput
          label={say('afterSale.delivery.posting')}
          value={posting}
          onChange={setPosting}
          lengthMax={64}
        />
        <TextInput
          label={say('afterSale.delivery.tracking')}
          value={tracking}
          onChange={setTracking}
          lengthMax={50}
        />
        <ActionButton
          isSubmit
          onPress={() => undefined}
          isDisabled={!number.success || tracking.trim() === '' || pairs.length >= 200}
          testId="track-add"
        >
          {say('ownDelivery.add')}
        </ActionButton>
      </form>
      {pairs.length === 0 ? null : (
        <table className="table">
          <tbody>
            {pairs.map((pair) => (
              <tr key={pair.posting} data-testid={`track-${pair.posting}`}>
                <td className="is-code">{pair.posting}</td>
                <td className="is-code">{pair.tracking}</td>
                <td>
                  {typeof pair.outcome === 'string'
                    ? say(`ownDelivery.outcome.${pair.outcome}`)
                    : pair.outcome.words}
                </td>
                <td>
                  <div className="row-actions">
                    <ActionButton
                      onPress={() => setPairs(pairs.filter((other) => other.posting !== pair.posting))}
                      isDisabled={isRunning}
                      label={say('ownDelivery.removeOne', { posting: pair.posting })}
                    >
                      {say('ownDelivery.remove')}
                    </ActionButton>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="line-form">
        <ActionButton
          look="main"
          onPress={() => void send()}
          isDisabled={isRunning || toSend.length === 0}
          testId="track-send"
        >
          {say('ownDelivery.send', { count: toSend.length })}
        </ActionButton>
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
