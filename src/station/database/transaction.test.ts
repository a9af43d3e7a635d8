import { expect, it } from 'vitest';
import { openTasks, raiseTask } from './tasks.ts';
import { openBench } from './testing/temporary-bench.ts';
import { rereadableTransaction } from './transaction.ts';

const task = { kind: 'posting-incomplete', subject: '1-1', detail: {}, at: 1 };

it('what can be read again is kept whole or not at all, and what comes after it is durable again', () => {
  const db = openBench();
  const synchronous = () => Number(db.sqlite.pragma('synchronous', { simple: true }));
  const [normal, full] = [1, 2];
  const within = rereadableTransaction(db, () => {
    raiseTask(db, task);
    return synchronous();
  });
  expect([within, synchronous()]).toEqual([normal, full]);
  expect(openTasks(db)).toHaveLength(1);
  const failing = () =>
    rereadableTransaction(db, () => {
      raiseTask(db, { ...task, subject: '2-2' });
      throw new Error('the disk is full');
    });
  expect(failing).toThrow('the disk is full');
  expect(openTasks(db)).toHaveLength(1);
  expect(synchronous()).toBe(full);
});
