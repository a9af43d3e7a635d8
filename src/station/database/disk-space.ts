import { statfsSync } from 'node:fs';

/** Below this no new posting is opened; the one in hand is finished. */
export const minFreeBytes = 500 * 1024 * 1024;

/** Bytes that the bench may still write in the folder's file system. */
export function freeBytes(home: string): number {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize;
}
