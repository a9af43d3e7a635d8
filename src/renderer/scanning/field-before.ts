/** How a field was when somebody began to type into it. */
export interface FieldBefore {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly selection: readonly [start: number, end: number] | null;
}

/** What the field with the focus holds now; null where no text is typed. */
export function lookAtField(active: Element | null): FieldBefore | null {
  if (!(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart: start, selectionEnd: end } = active;
  return { field: active, value, selection: start === null || end === null ? null : [start, end] };
}

/**
 * Takes everything out of a field that an input method has put there since, and the field away from the input method:
 * what it still composes, and the keys that it would have taken next, find no field. Only the loss of the focus ends a
 * composition; nothing in the page can cancel one. {@link focusAgain} gives the focus back.
 */
export function takeFromInputMethod(before: FieldBefore): void {
  putValue(before);
  before.field.blur();
  // The caret stays in a field that lost the focus, and what an input method still commits goes where the caret is.
  document.getSelection()?.removeAllRanges();
  // Whatever the input method left behind when it lost the field.
  putValue(before);
}

/** Puts the person back where they were, unless they have gone elsewhere meanwhile. */
export function focusAgain({ field, selection }: FieldBefore): void {
  if (!field.isConnected || document.activeElement !== document.body) return;
  field.focus({ preventScroll: true });
  if (selection !== null) field.setSelectionRange(...selection);
}

/** Past the setter of the page's framework, which would not tell anybody; the event does. */
function putValue({ field, value }: FieldBefore): void {
  if (field.value === value) return;
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
