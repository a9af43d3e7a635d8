import { expect, it } from 'vitest';
import { openTasks, resolveTask } from '../database/tasks.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { warnOfKey } from './warn-of-key.ts';

const day = 86_400_000;
const expiresAt = Date.parse('2026-12-09T12:00:00Z');

it('a key is warned of 14, 7, 3 and 1 days before its end and on its last day, once each, until there is another', () => {
  const db = openBench();
  const warn = (now: number, end = expiresAt) => warnOfKey(db, { clientId: '1', expiresAt: end, now });
  const days = () => openTasks(db).map(({ detail }) => JSON.parse(detail).days);
  warn(expiresAt - 20 * day);
  expect(days()).toEqual([]);
  warn(expiresAt - 14 * day);
  expect(days()).toEqual([14]);
  const [task] = openTasks(db);
  resolveTask(db, task?.id ?? '', 'L1', 'seen', expiresAt - 13 * day);
  // The same warning is not given twice, the next one is.
  warn(expiresAt - 12 * day);
  expect(days()).toEqual([]);
  for (const [left, said] of [
    [7, 7],
    [3, 3],
    [1, 1],
    [0.5, 0],
    [-1, 0],
  ] as const) {
    warn(expiresAt - left * day);
    expect(days()).toEqual([said]);
  }
  warn(expiresAt, expiresAt + 90 * day);
  expect(days()).toEqual([]);
});
