import { useEffect, useRef } from 'react';
import type { Failure } from '#contract/failure.ts';
import { failureSentence } from '#contract/texts/sentences.ts';
import { isShopAway, useBench } from '../bench-store/bench-store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ActionButton } from './action-button.tsx';

/** Failures that a person mends alone; support has nothing to add. */
const isPlain: ReadonlySet<Failure['code']> = new Set([
  'wrong-pin',
  'not-allowed',
  'nobody-signed-in',
  'no-shop',
]);

/**
 * What went wrong in the packer's words, a code for support, and another try where one makes sense. What a shop that is away did
 * not do is said as that, and is tried again by itself once the shop is back.
 */
export function FailureNote(props: {
  readonly failure: Failure | null;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { say, language } = useTexts();
  const { failure, onRetry } = props;
  const isAway = useBench(isShopAway) && failure?.code === 'shop-failed';
  const wasAway = useRef(isAway);
  useEffect(() => {
    const isBack = wasAway.current && !isAway && failure !== null;
    wasAway.current = isAway;
    if (isBack) onRetry?.();
  }, [isAway, failure, onRetry]);
  if (failure === null) return null;
  return (
    <div className="failure" role="alert">
      <span className="failure__sentence">
        {isAway ? say('common.shopAway') : failureSentence(language, failure.code)}
      </span>
      {isAway || isPlain.has(failure.code) ? null : (
        <span className="failure__detail selectable">
          {say('common.supportCode', { code: failure.detail === '' ? failure.code : failure.detail })}
        </span>
      )}
      {onRetry === undefined ? null : <ActionButton onPress={onRetry}>{say('common.retry')}</ActionButton>}
    </div>
  );
}
