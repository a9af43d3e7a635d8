import { useState } from 'react';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useScans } from '../scanning/use-scans.ts';
import { useTexts } from '../texts/use-texts.ts';
import { OneDelivery } from './one-delivery.tsx';
import { isPostingCode } from './posting-code.ts';
import { TrackMany } from './track-many.tsx';

/** Parcels that the seller delivers: one of them with all that can be told of it, or several carrier's numbers at once. */
export function OwnDelivery(props: { readonly isLead: boolean; readonly takesScans: boolean }) {
  const { say } = useTexts();
  const [what, setWhat] = useState<'one' | 'many'>('one');
  return (
    <div className="panel">
      <p className="note">{say('afterSale.delivery.hint')}</p>
      <Choice
        label={say('ownDelivery.what')}
        isLabelUnseen
        value={what}
        options={(['one', 'many'] as const).map((value) => ({ value, text: say(`ownDelivery.${value}`) }))}
        onChange={setWhat}
        testIdPrefix="delivery-what"
      />
      {what === 'one' ? <OneByNumber {...props} /> : <TrackMany takesScans={props.takesScans} />}
    </div>
  );
}

function OneByNumber({ isLead, takesScans }: { readonly isLead: boolean; readonly takesScans: boolean }) {
  const { say } = useTexts();
  const [words, setWords] = useState('');
  const [posting, setPosting] = useState<PostingNumber | null>(null);
  /** What was scanned for the posting in hand; counted, so that the same code again is another scan. */
  const [scanned, setScanned] = useState<{ readonly text: string; readonly n: number } | null>(null);
  const number = PostingNumber.safeParse(words.trim());
  const take = (text: string) => {
    const parsed = PostingNumber.safeParse(text.trim());
    if (isPostingCode(text) && parsed.success) {
      setWords(parsed.data);
      setPosting(parsed.data);
      setScanned(null);
    } else setScanned((before) => ({ text: text.trim(), n: (before?.n ?? 0) + 1 }));
  };
  useScans(takesScans ? take : null);
  const show = () => {
    setPosting(number.success ? number.data : null);
    setScanned(null);
  };
  return (
    <>
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <TextInput
          label={say('afterSale.delivery.posting')}
          value={words}
          onChange={setWords}
          lengthMax={64}
        />
        <ActionButton onPress={show} isDisabled={!number.success} testId="delivery-show">
          {say('afterSale.delivery.show')}
        </ActionButton>
      </form>
      {posting === null ? null : (
        <OneDelivery key={posting} posting={posting} isLead={isLead} scanned={scanned} />
      )}
    </>
  );
}
