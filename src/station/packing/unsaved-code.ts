import type { WriteProblem } from '../database/write-problem.ts';

/** What the packer reads where nothing could be written: a full disk by its name, as only that is mended by making room. */
export function unsavedCode(cause: WriteProblem | unknown): 'disk-full' | 'not-saved' {
  const isFull = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'disk-full';
  return isFull ? 'disk-full' : 'not-saved';
}
