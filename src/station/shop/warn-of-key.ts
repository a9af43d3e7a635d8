import { keyWarning } from '#domain/shop/key-expiry.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { keyWarningOf, noteKeyWarning } from '../database/key-warnings.ts';
import { findOpenTask, raiseTask, resolveTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';

const kind = 'key-expires';

/**
 * A key that comes to its end is a task for a person 14, 7, 3 and 1 days before and on the last day: once for each, as
 * somebody may have put the one before away. A new key settles it. `expiresAt` and `now` are epoch ms.
 */
export function warnOfKey(
  db: BenchDatabase,
  {
    clientId,
    expiresAt,
    now,
  }: { readonly clientId: string; readonly expiresAt: number | null; readonly now: number },
): void {
  const warning = expiresAt === null ? null : keyWarning(expiresAt, now);
  transaction(db, () => {
    if (warning === null || expiresAt === null) {
      const open = findOpenTask(db, kind, clientId);
      if (open !== null) resolveTask(db, open, 'station', 'another key', now);
      return;
    }
    const said = `${expiresAt} ${warning}`;
    if (keyWarningOf(db, clientId) === said) return;
    noteKeyWarning(db, clientId, said);
    raiseTask(db, {
      kind,
      subject: clientId,
      detail: { days: warning, at: new Date(expiresAt).toISOString() },
      at: now,
    });
  });
}
