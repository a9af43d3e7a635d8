import { hash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import { openDatabase } from '#station/database/open-database.ts';
import { fillDatabase, type SeedPlan } from './fill-database.ts';
import { say } from './say.ts';

const root = join(import.meta.dirname, '..');

const Facts = z.object({
  /** The last day of packing, "YYYY-MM-DD" in this computer's time zone. */
  manifestDay: z.iso.date(),
  firstCutoffAt: z.int(),
});

export type SeededBench = z.infer<typeof Facts> & {
  readonly home: string;
  readonly databaseBytes: number;
};

/** Where what takes minutes to make is kept between runs; `PACKBENCH_BENCH_CACHE` names another folder. */
function cacheDir(): string {
  const dir = process.env.PACKBENCH_BENCH_CACHE ?? join(tmpdir(), 'packbench-bench');
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** A fresh copy of a seeded bench's home in `runDir`; the original is made first where there is no usable one. */
export function seededBench(plan: SeedPlan, runDir: string): SeededBench {
  const original = join(cacheDir(), `${plan.postings}-${fingerprint(plan)}`);
  if (!isUsable(original)) makeOriginal(plan, original);
  const home = join(runDir, `home-${plan.postings}-${plan.queued}`);
  cpSync(original, home, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const facts = Facts.parse(JSON.parse(readFileSync(join(home, 'seed.json'), 'utf8')));
  return { ...facts, home, databaseBytes: statSync(join(home, 'bench.sqlite')).size };
}

/** Changes with what is seeded, so that an old original is never used for a newer program. */
function fingerprint(plan: SeedPlan): string {
  const files = ['bench/fill-database.ts', 'bench/seed-history.ts', 'bench/made-up-goods.ts'];
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  return hash('sha256', JSON.stringify(plan) + text).slice(0, 12);
}

function makeOriginal(plan: SeedPlan, original: string): void {
  say(`making a database of ${plan.postings.toLocaleString('en')} postings, once; it is kept in ${original}`);
  const unfinished = `${original}.new`;
  for (const folder of [unfinished, original]) rmSync(folder, { recursive: true, force: true });
  const yesterday = new Date(Date.now() - 86_400_000);
  const morning = new Date(yesterday.getFullYear(), yesterday.getMonth(), yesterday.getDate(), 9).getTime();
  const moments = { lastDayAt: morning, firstCutoffAt: Math.ceil(Date.now() / 3_600_000 + 4) * 3_600_000 };
  const db = openBench(unfinished);
  fillDatabase(db, plan, moments);
  db.close();
  const facts = { manifestDay: isoDay(yesterday), firstCutoffAt: moments.firstCutoffAt };
  writeFileSync(join(unfinished, 'seed.json'), JSON.stringify(facts));
  renameSync(unfinished, original);
}

/** Opens the original once, so that a schema that has grown since is applied here and not in a start that is measured. */
function isUsable(original: string): boolean {
  if (!existsSync(original)) return false;
  const opened = open(original);
  if (opened.ok) opened.value.close();
  rmSync(join(original, 'backups'), { recursive: true, force: true });
  return opened.ok;
}

/** Opens a bench's database as its owner; throws where that cannot be. */
export function openBench(home: string): BenchDatabase {
  const opened = open(home);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function open(home: string): ReturnType<typeof openDatabase> {
  return openDatabase({ home, resourcesDir: join(root, 'resources'), now: () => Date.now() });
}

function isoDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
