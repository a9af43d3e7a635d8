import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../../database/make-folder.ts';
import { writeDurably } from '../../../documents/write-durably.ts';

/** Notifications between the receiver, which writes them, and the bench, which reads them: a file each. */
export type PushSpool = {
  /** Keeps a notification; on disk when it settles. False where so many wait already that the bench must be gone. */
  put(body: string): Promise<boolean>;
  /** The names of those that wait, the oldest first. */
  waiting(): Promise<readonly string[]>;
  /** What one says; null where it is gone. */
  read(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
};

/** A day of a large seller's; more are asked of Ozon again by its own repetition. */
const WAITING_MAX = 20_000;
const NAME = /^\d{15}-[0-9a-f-]{36}\.json$/;

/** The spool of a bench's home folder. `now` is epoch ms. */
export function openPushSpool(home: string, now: () => number): PushSpool {
  const folder = join(home, 'push');
  makeFolder(folder);
  let count: number | null = null;

  const waiting = async () => (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  return {
    async put(body) {
      count ??= (await waiting()).length;
      // The bench takes away what it has read, so the count of a full spool is looked up again.
      if (count >= WAITING_MAX) count = (await waiting()).length;
      if (count >= WAITING_MAX) return false;
      await writeDurably(
        join(folder, `${String(now()).padStart(15, '0')}-${randomUUID()}.json`),
        Buffer.from(body),
      );
      count += 1;
      return true;
    },
    waiting,
    async read(name) {
      try {
        return await readFile(join(folder, name), 'utf8');
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
        throw cause;
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}
