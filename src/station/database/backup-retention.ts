import type { Backup } from './backup.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Which backups to keep, of a list sorted newest first: the newest of each of the last 24 hours that have one, of
 * each of the last 14 such days (UTC), and the three newest made before a migration. Hours without packing do not
 * push older ones out.
 */
export function backupsToKeep(newestFirst: readonly Backup[]): readonly Backup[] {
  const routine = newestFirst.filter((backup) => backup.beforeMigration === null);
  return [
    ...newestPer(routine, hourMs).slice(0, 24),
    ...newestPer(routine, dayMs).slice(0, 14),
    ...newestFirst.filter((backup) => backup.beforeMigration !== null).slice(0, 3),
  ];
}

function newestPer(newestFirst: readonly Backup[], periodMs: number): readonly Backup[] {
  const periodOf = (backup: Backup) => Math.floor(backup.madeAt / periodMs);
  return newestFirst.filter((backup, i) => {
    const newer = newestFirst[i - 1];
    return newer === undefined || periodOf(newer) !== periodOf(backup);
  });
}
