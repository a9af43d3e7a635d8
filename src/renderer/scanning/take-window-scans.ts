import { createWedgeDecoder, type WedgeAnswer, type WedgeConfig } from '#domain/scanning/wedge.ts';
import { type FieldBefore, focusAgain, lookAtField, takeFromInputMethod } from './field-before.ts';
import { giveBack, isGivenBack, takeOut, toWindowKey, type WindowKey } from './typed-keys.ts';
import { isWatched } from './watch-keys.ts';

/** How long after a scan an input method may still bring what it had in hand, ms. */
const inputMethodLagMs = 100;

/**
 * Takes the scans of a keyboard scanner out of everything that is typed at this window, whatever has the focus. A scan
 * reaches `onScan` and no field or button; a person's keys come through, a moment later. A key that an input method has
 * taken cannot be held back: it is read all the same, and once it belongs to a scan the field is put back as it was.
 * Answers a function that stops it.
 */
export function takeWindowScans(config: WedgeConfig, onScan: (text: string) => void): () => void {
  const decoder = createWedgeDecoder<WindowKey>(config);
  let timer = 0;
  let focusTimer = 0;
  let lastAtMs = Number.NEGATIVE_INFINITY;
  /** The field as it was before the keys that may yet be a scan. */
  let before: FieldBefore | null = null;
  let isTaken = false;
  let isLeft = false;

  function noteField(key: WindowKey): void {
    if (key.atMs - lastAtMs >= config.slowGapMs && !decoder.isProven()) forget();
    lastAtMs = key.atMs;
    if (before === null && !isLeft) before = lookAtField(document.activeElement);
    if (key.isTaken) isTaken = true;
  }

  function forget(): void {
    before = null;
    isTaken = false;
    isLeft = false;
  }

  /** From here on the keys are a scanner's beyond doubt, and no longer the input method's. */
  function leaveField(): void {
    if (!isTaken || isLeft || before === null) return;
    isLeft = true;
    clearTimeout(focusTimer);
    takeFromInputMethod(before);
  }

  /** Keys that were no scan after all: the person goes on where they were. */
  function comeBack(): void {
    if (isLeft && before !== null) focusAgain(before);
    forget();
  }

  function comeBackLater(): void {
    const field = isLeft ? before : null;
    if (field !== null) focusTimer = window.setTimeout(() => focusAgain(field), inputMethodLagMs);
    forget();
  }

  function apply(answer: WedgeAnswer<WindowKey>): void {
    if (decoder.isProven()) leaveField();
    else if (isLeft && answer.scan === undefined) comeBack();
    for (const key of answer.release ?? []) if (!key.isTaken) giveBack(key);
    if (answer.scan === undefined) return;
    if (isTaken) leaveField();
    else if (answer.leaked !== undefined && answer.leaked > 0) takeOut(answer.leaked);
    comeBackLater();
    onScan(answer.scan);
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
    if (isGivenBack(event) || isWatched(event)) return;
    const key = toWindowKey(event);
    // An input method that hides even which key it was leaves nothing to read.
    if (key.isTaken && key.code === '') return;
    noteField(key);
    const answer = decoder.keydown(key);
    if (answer.swallow && !key.isTaken) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    apply(answer);
    waitForDeadline();
  }

  window.addEventListener('keydown', keydown, { capture: true });
  return () => {
    clearTimeout(timer);
    clearTimeout(focusTimer);
    window.removeEventListener('keydown', keydown, { capture: true });
  };
}
