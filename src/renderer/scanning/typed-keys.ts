import type { WedgeKey } from '#domain/scanning/wedge.ts';

/** A key of the window with the event it came as, so that it can be given back. */
export interface WindowKey extends WedgeKey {
  readonly event: KeyboardEvent;
  /** An input method has it already: it can be read, but neither held back nor given back. */
  readonly isTaken: boolean;
}

/** The element that would get typed text, or null. A PIN pad takes digits without being an input. */
export function textTarget(active: Element | null): HTMLElement | null {
  if (!(active instanceof HTMLElement)) return null;
  const field = active.closest<HTMLElement>('input, textarea, [contenteditable="true"], [data-pin-pad]');
  const isTypedInto =
    !(field instanceof HTMLInputElement) || !['range', 'radio', 'checkbox'].includes(field.type);
  return isTypedInto ? field : null;
}

/** The `keyCode` of every key that an input method has taken; the one thing that all systems agree on. */
const inputMethodKey = 229;

function isPinPad(field: HTMLElement): boolean {
  return 'pinPad' in field.dataset;
}

/** What the decoder is told of a key. */
export function toWindowKey(event: KeyboardEvent): WindowKey {
  const field = textTarget(document.activeElement);
  return {
    code: event.code,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    capsLock: event.getModifierState('CapsLock'),
    atMs: event.timeStamp,
    repeat: event.repeat,
    inTextField: field !== null,
    inPinPad: field !== null && isPinPad(field),
    event,
    isTaken: event.isComposing || event.key === 'Process' || event.keyCode === inputMethodKey,
  };
}

/** Puts a key that was held back where it would have gone: into the field, or to whatever has the focus. */
export function giveBack({ event }: WindowKey): void {
  const field = textTarget(document.activeElement);
  if (field === null || isPinPad(field)) return pressAgain(event);
  if (event.key.length === 1) document.execCommand('insertText', false, event.key);
  else if (event.key === 'Backspace') document.execCommand('delete');
  else pressAgain(event);
}

/** Takes the last `count` characters out of the focused field: a scan had begun to land in it. */
export function takeOut(count: number): void {
  const field = textTarget(document.activeElement);
  if (field === null) return;
  if (isPinPad(field)) {
    field.dispatchEvent(new CustomEvent('packbench:take-out', { detail: count }));
    return;
  }
  for (let left = count; left > 0; left -= 1) document.execCommand('delete');
}

/** What Space and Enter press by the browser's own doing, which a key made by a program does not set off. */
const pressed =
  'button, summary, input:is([type="checkbox"], [type="radio"], [type="submit"], [type="button"])';

/** The same key once more, past the decoder; both halves, because the real release may be over already. */
function pressAgain(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (isPlain && pressesButton(event.code, target) && target instanceof HTMLElement) {
    if (!event.repeat) target.click();
    return;
  }
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  const again = { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true };
  for (const type of ['keydown', 'keyup']) {
    const copy = new KeyboardEvent(type, again);
    givenBack.add(copy);
    target.dispatchEvent(copy);
  }
}

/** Enter on a checkbox or a radio button is the form's and presses neither. */
function pressesButton(code: string, target: Element): boolean {
  if (!target.matches(pressed)) return false;
  return (
    code === 'Space' ||
    (/^(Numpad)?Enter$/.test(code) && !target.matches('[type="checkbox"], [type="radio"]'))
  );
}

const givenBack = new WeakSet<Event>();

/** Is this a key that the decoder has already seen and given back? */
export function isGivenBack(event: Event): boolean {
  return givenBack.has(event);
}
