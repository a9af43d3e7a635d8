import { runInNewContext } from 'node:vm';

/** V8's own `gc`, which a context made after spare-memory.ts was loaded has; without it the engine does as it likes. */
const collect = runInNewContext('globalThis.gc') as
  | ((options: { readonly type: 'minor' }) => void)
  | undefined;

/**
 * Frees drawings that nobody holds any more, in less than a millisecond; the library gives their pixels back in the next
 * turn. The engine sees of a drawing only a small object and not the megabytes that hang on it outside its own heap, so by
 * itself it would wait for some hundred of them. To be called right behind the drawing, as what has lived through two
 * collections is not looked at again for long.
 */
export function freeDrawings(): void {
  collect?.({ type: 'minor' });
}
