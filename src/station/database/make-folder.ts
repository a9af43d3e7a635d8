import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with all that it lies in, level by level. Node's own way of doing that tries for ever where the system
 * answers that a folder it can make nothing in does not exist, as `/proc` does. Throws what the system says.
 */
export function makeFolder(folder: string): void {
  const whole = resolve(folder);
  if (isFolder(whole)) return;
  const parent = dirname(whole);
  if (parent !== whole) makeFolder(parent);
  try {
    mkdirSync(whole);
  } catch (cause) {
    // Somebody else may have made it just now.
    if (!isFolder(whole)) throw cause;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
