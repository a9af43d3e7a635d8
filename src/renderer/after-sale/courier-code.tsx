import { useEffect, useState } from 'react';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Asks the shop whether the courier who stands here is the right one. */
export function CourierCode(props: { readonly posting: PostingNumber; readonly scanned: string | null }) {
  const { say } = useTexts();
  const { posting, scanned } = props;
  const { run, isRunning, failure } = useCommand('delivery.verifyCode');
  const [code, setCode] = useState('');
  const [isValid, setIsValid] = useState<boolean | null>(null);
  useEffect(() => {
    if (scanned !== null) setCode(scanned);
  }, [scanned]);
  const verify = async () => {
    setIsValid(null);
    const answer = await run({ posting, code });
    if (answer !== null) setIsValid(answer.isValid);
  };
  return (
    <>
      <div className="line-form">
        <TextInput label={say('ownDelivery.code')} value={code} onChange={setCode} lengthMax={50} />
        <ActionButton
          onPress={() => void verify()}
          isDisabled={isRunning || code.trim() === ''}
          testId="delivery-verify"
        >
          {say('ownDelivery.verify')}
        </ActionButton>
      </div>
      {isValid === null ? null : (
        <p role="status" data-testid="delivery-code" data-valid={isValid}>
          <b>{say(isValid ? 'ownDelivery.isValid' : 'ownDelivery.isNotValid')}</b>
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
