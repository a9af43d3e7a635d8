import type { Failure } from '#contract/failure.ts';
import { failureSentence } from '#contract/texts/sentences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ActionButton } from './action-button.tsx';

/** Failures that a person mends alone; support has nothing to add. */
const isPlain: ReadonlySet<Failure['code']> = new Set([
  'wrong-pin',
  'not-allowed',
  'nobody-signed-in',
  'no-shop',
]);

/** What went wrong in the packer's words, a code for support, and another try where one makes sense. */
export function FailureNote(props: {
  readonly failure: Failure | null;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { say, language } = useTexts();
  const { failure, onRetry } = props;
  if (failure === null) return null;
  return (
    <div className="failure" role="alert">
      <span className="failure__sentence">{failureSentence(language, failure.code)}</span>
      {isPlain.has(failure.code) ? null : (
        <span className="failure__detail selectable">
          {say('common.supportCode', { code: failure.detail === '' ? failure.code : failure.detail })}
        </span>
      )}
      {onRetry === undefined ? null : <ActionButton onPress={onRetry}>{say('common.retry')}</ActionButton>}
    </div>
  );
}
