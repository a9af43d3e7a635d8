import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../../database/make-folder.ts';
import { writeDurably } from '../../../documents/write-durably.ts';

/** Notifications between the receiver, which writes them, and the bench, which reads them: a file each. */
export type PushSpool = {
  /**
   * Keeps a notification for a seller ("" where it names none); on disk when it settles. False where so many wait for that
   * seller already that nobody can be reading them.
   */
  put(body: string, sellerId: string): Promise<boolean>;
  /** The names of those that wait, the oldest first. */
  waiting(): Promise<readonly string[]>;
  /** What one says; null where it is gone. */
  read(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
};

/** Whom a notification is for, by its name; "" where the name does not say. */
export function sellerOf(name: string): string {
  return NAME.exec(name)?.[1] ?? '';
}

/** A day of a large seller's; more are asked of Ozon again by its own repetition. */
const WAITING_MAX = 20_000;
const NAME = /^\d{15}-[0-9a-f-]{36}(?:-(\d{1,20}))?\.json$/;

/** The spool of a bench's home folder. `now` is epoch ms. */
export function openPushSpool(home: string, now: () => number): PushSpool {
  const folder = join(home, 'push');
  makeFolder(folder);
  const counts = new Map<string, number>();

  const waiting = async () => (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const countOf = async (seller: string) =>
    (await waiting()).filter((name) => sellerOf(name) === seller).length;
  return {
    async put(body, sellerId) {
      const seller = /^\d{1,20}$/.test(sellerId) ? sellerId : '';
      let count = counts.get(seller) ?? (await countOf(seller));
      // The bench takes away what it has read, so the count of a full spool is looked up again.
      if (count >= WAITING_MAX) count = await countOf(seller);
      if (count >= WAITING_MAX) return false;
      const time = String(now()).padStart(15, '0');
      const name = [time, randomUUID(), ...(seller === '' ? [] : [seller])].join('-');
      await writeDurably(join(folder, `${name}.json`), Buffer.from(body));
      counts.set(seller, count + 1);
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
