import { Command } from 'commander';
import { backUp, backupsFolder, pruneBackups } from '#station/database/backup.ts';
import { homeOption, withDatabase } from '../read-database.ts';
import { giveUp } from '../say.ts';

/** `packbench backup`: a checked copy of the bench's database, made beside a running station. */
export function backupCommand(): Command {
  return new Command('backup')
    .description("copy the bench's database, open the copy and check all of it")
    .option('--to <dir>', "another folder than the home's own backups")
    .addOption(homeOption())
    .action(({ home, to }: { home: string; to?: string }) => {
      const folder = to ?? backupsFolder(home);
      const backup = withDatabase(home, (db) => backUp(db, folder, Date.now()));
      if (!backup.ok) giveUp(`${backup.error.file}: no backup was made (${backup.error.detail})`);
      if (to === undefined) pruneBackups(folder);
      process.stdout.write(`${JSON.stringify({ event: 'backed-up', ...backup.value })}\n`);
    });
}
