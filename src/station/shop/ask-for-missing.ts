import { missingAtShop, type Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { withDeclarations } from '../database/declarations.ts';
import { findOpenTask, raiseTask, resolveTask } from '../database/tasks.ts';

const kind = 'posting-incomplete';

/**
 * What the shop wants of a posting before it is packed, and no packer can give, is said before any work is done: it
 * becomes a task, and stops being one by itself: filled in at the shop, or given by a lead here. `at` in epoch ms.
 */
export function askForMissing(db: BenchDatabase, posting: Posting, at: number): void {
  const { number: subject } = posting;
  const missing = missingAtShop(withDeclarations(db, posting));
  if (missing.length > 0) {
    raiseTask(db, { kind, subject, detail: { requires: missing.join(', ') }, at });
    return;
  }
  const task = findOpenTask(db, kind, subject);
  if (task !== null) resolveTask(db, task, 'station', 'filled in at the shop', at);
}
