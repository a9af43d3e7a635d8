import { runInNewContext } from 'node:vm';
import { z } from 'zod';

/** V8's own `gc`, which a context made after spare-memory.ts was loaded has; without it the engine does as it likes. */
const Collect = z.custom<(options: { readonly type: 'minor' }) => void>((gc) => typeof gc === 'function');
const collect = Collect.safeParse(runInNewContext('globalThis.gc'));

/**
 * Frees drawings that nobody holds any more, in less than a millisecond; the library gives their pixels back in the next
 * turn. The engine sees of a drawing only a small object and not the megabytes that hang on it outside its own heap, so by
 * itself it would wait for some hundred of them. To be called right behind the drawing, as what has lived through two
 * collections is not looked at again for long.
 */
export function freeDrawings(): void {
  if (collect.success) collect.data({ type: 'minor' });
}
