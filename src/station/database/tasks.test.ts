import { describe, expect, it } from 'vitest';
import { countOpenTasks, findOpenTask, getTask, openTasks, raiseTask, resolveTask } from './tasks.ts';
import { openBench } from './testing/temporary-bench.ts';

describe('tasks', () => {
  it('stay one while the trouble lasts, with its newest detail', () => {
    const db = openBench();
    const raise = (detail: string) =>
      raiseTask(db, { kind: 'ship-refused', subject: '1-1', detail: { detail }, at: 1 });
    const { id } = raise('no');
    expect(raise('still no')).toEqual({ id, isNew: false });
    expect(openTasks(db)).toMatchObject([{ id, detail: '{"detail":"still no"}' }]);
    expect(findOpenTask(db, 'ship-refused', '1-1')).toBe(id);
    expect(resolveTask(db, id, 'L1', 'called the shop', 9)).toBe(true);
    expect(resolveTask(db, id, 'L1', 'again', 10)).toBe(false);
    expect(countOpenTasks(db)).toBe(0);
    expect(raise('no').isNew).toBe(true);
    expect(getTask(db, id)).toMatchObject({ resolvedBy: 'L1', resolution: 'called the shop' });
  });
});
