import { lstat, stat } from 'node:fs/promises';

/**
 * Calls back once when a device node has gone or become another one; returns how to stop. Where ports are no files
 * (Windows) there is nothing to watch. `everyMs` is the time between two looks.
 */
export async function watchPresence(path: string, everyMs: number, onGone: () => void): Promise<() => void> {
  const before = await identityOf(path);
  if (before === null) return () => undefined;
  let isStopped = false;
  let timer = setTimeout(look, everyMs);
  async function look() {
    const isSame = (await identityOf(path)) === before;
    if (isStopped) return;
    if (isSame) timer = setTimeout(look, everyMs);
    else onGone();
  }
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** What tells a node from a later one of the same name; the name itself is often a link (`/dev/serial/by-id/...`). */
async function identityOf(path: string): Promise<string | null> {
  try {
    const [name, node] = await Promise.all([lstat(path), stat(path)]);
    const linkMadeAt = name.isSymbolicLink() ? name.ctimeMs : 0;
    return [name.ino, linkMadeAt, node.ino, node.rdev].join(':');
  } catch {
    return null;
  }
}
