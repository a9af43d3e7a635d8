import { SessionId } from '#domain/ids.ts';
import { appendEvents } from '../event-log.ts';
import { openDatabase } from '../open-database.ts';
import { transaction } from '../transaction.ts';
import { writeWitness } from '../witness.ts';

/**
 * A process to be killed: opens the bench in the home given and commits two events at a time, printing the last
 * sequence number once it is committed. With a number of commits it writes the witness after them and waits.
 */
const [home = '', resourcesDir = '', commits = 'endless'] = process.argv.slice(2);
const opened = openDatabase({ home, resourcesDir, now: () => 1_764_000_000_000 });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const db = opened.value;
const session = SessionId.parse('01900000-0000-7000-8000-000000000001');

for (let n = 1; commits === 'endless' || n <= Number(commits); n += 1) {
  const event = (type: string) => ({ session, posting: null, at: n, actor: 'P1', event: { type, n } });
  const stored = transaction(db, () => appendEvents(db, [event('unit-packed'), event('scanned')]));
  process.stdout.write(`${stored.at(-1)?.seq}\n`);
}
writeWitness(db, 1_764_000_060_000);
process.stdout.write('waiting\n');
setInterval(() => undefined, 60_000);
