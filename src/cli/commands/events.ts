import { Command } from 'commander';
import type { PostingNumber } from '#domain/ids.ts';
import { readPosting } from '#station/database/event-log.ts';
import { postingOption } from '../posting-option.ts';
import { homeOption, withDatabase } from '../read-database.ts';

/** `packbench events`: the audit trail of a posting, one JSON object per line. */
export function eventsCommand(): Command {
  return new Command('events')
    .description('print everything that happened to a posting at this bench, one JSON object per line')
    .addOption(postingOption())
    .addOption(homeOption())
    .action(({ posting, home }: { posting: PostingNumber; home: string }) => {
      withDatabase(home, (db) => {
        for (const { data, ...event } of readPosting(db, posting)) {
          process.stdout.write(
            `${JSON.stringify({ ...event, at: new Date(event.at).toISOString(), data: JSON.parse(data) })}\n`,
          );
        }
      });
    });
}
