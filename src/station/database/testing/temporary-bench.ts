import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BenchDatabase } from '../bench-database.ts';
import { openDatabase } from '../open-database.ts';

/** The project's own migrations. */
export const resourcesDir = join(import.meta.dirname, '../../../../resources');

/** A home folder of its own for one test, removed afterwards. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'packbench-db-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Opens the bench in a home, new or not, and closes it with the test. */
export function openBench(
  home: string = temporaryHome(),
  now: () => number = () => 1_764_000_000_000,
): BenchDatabase {
  const opened = openDatabase({ home, resourcesDir, now });
  if (!opened.ok) throw new Error(`cannot open: ${JSON.stringify(opened.error)}`);
  onTestFinished(() => opened.value.close());
  return opened.value;
}
