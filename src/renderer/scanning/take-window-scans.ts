import { createWedgeDecoder, type WedgeAnswer } from '#domain/scanning/wedge.ts';
import { giveBack, isGivenBack, takeOut, toWindowKey, type WindowKey } from './typed-keys.ts';

/**
 * Takes the scans of a keyboard scanner out of everything that is typed at this window, whatever has the focus. A scan
 * reaches `onScan` and no field or button; a person's keys come through, a moment later. Answers a function that stops it.
 */
export function takeWindowScans(onScan: (text: string) => void): () => void {
  const decoder = createWedgeDecoder<WindowKey>();
  let timer = 0;

  function apply(answer: WedgeAnswer<WindowKey>): void {
    for (const key of answer.release ?? []) giveBack(key);
    if (answer.leaked !== undefined && answer.leaked > 0) takeOut(answer.leaked);
    if (answer.scan !== undefined) onScan(answer.scan);
  }

  function waitForDeadline(): void {
    clearTimeout(timer);
    const deadline = decoder.deadline();
    if (deadline === null) return;
    timer = window.setTimeout(
      () => {
        apply(decoder.tick(performance.now()));
        waitForDeadline();
      },
      Math.max(0, deadline - performance.now()) + 1,
    );
  }

  function keydown(event: KeyboardEvent): void {
    if (isGivenBack(event) || isComposing(event)) return;
    const answer = decoder.keydown(toWindowKey(event));
    if (answer.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    apply(answer);
    waitForDeadline();
  }

  window.addEventListener('keydown', keydown, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', keydown, { capture: true });
  };
}

/** An input method is at work in a field: its keys are its own. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}
