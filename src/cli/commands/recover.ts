import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { backupsFolder, listBackups } from '#station/database/backup.ts';
import { acceptRewound, restoreNewestGoodBackup, setDatabaseAside } from '#station/database/recovery.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';

/** `packbench recover`: what to do when the station says that its database is damaged or rewound; nothing is deleted. */
export function recoverCommand(): Command {
  return new Command('recover')
    .description('put a damaged database aside and go on with the newest good backup; stop the bench first')
    .addOption(
      new Option('--how <way>', 'restore: the newest good backup; accept: go on with a rewound file as it is')
        .choices(['restore', 'accept'])
        .makeOptionMandatory(),
    )
    .addOption(homeOption())
    .action(({ home, how }: { home: string; how: string }) => {
      if (!existsSync(home)) giveUp(`${home}: there is no such folder`);
      const now = Date.now();
      const done = how === 'accept' ? acceptRewound(home, now) : restore(home, now);
      if (!done.ok) giveUp(`not recovered: ${JSON.stringify(done.error)}`);
      process.stdout.write(`${JSON.stringify({ event: 'recovered', how, ...done.value })}\n`);
    });
}

function restore(home: string, now: number) {
  // Before anything is moved: with nothing to go back to, the file as it is may still be read by somebody.
  if (listBackups(backupsFolder(home)).length === 0)
    giveUp(`${backupsFolder(home)}: there is no backup to go back to`);
  const aside = setDatabaseAside(home, 'damaged', now);
  return aside.ok ? restoreNewestGoodBackup(home, now) : aside;
}
