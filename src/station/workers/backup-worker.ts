import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { backUp, backupsFolder, pruneBackups } from '../database/backup.ts';
import { fullCheck } from '../database/full-check.ts';
import { databaseFile } from '../database/open-database.ts';
import { openReadOnly } from '../database/open-read-only.ts';

// Copies and checks the whole database beside the packers' work; answers null, or why there is no backup.
const { home, withFullCheck } = z.object({ home: z.string(), withFullCheck: z.boolean() }).parse(workerData);

parentPort?.postMessage(work());

function work(): unknown {
  const db = openReadOnly(databaseFile(home));
  if (!db.ok) return db.error;
  try {
    const checked = withFullCheck ? fullCheck(db.value) : null;
    if (checked?.ok === false) return checked.error;
    const backup = backUp(db.value, backupsFolder(home), Date.now());
    if (!backup.ok) return backup.error;
    pruneBackups(backupsFolder(home));
    return null;
  } finally {
    db.value.close();
  }
}
