/** A posting of this number stops the thread of `label-worker-that-hangs.ts` for good. */
export const HANGING_NUMBER = '00000000-0000-1';
