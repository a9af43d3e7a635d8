import { expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { lead, mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { raiseTask } from '../database/tasks.ts';
import { labelTask } from '../labelling/label-task.ts';
import { packAndClose } from '../packing/testing/packed-postings.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import { callProcedure } from './call-procedure.ts';
import { testContext } from './testing/test-context.ts';

const { number } = samplePosting();
const child = PostingNumber.parse('70000001-0003-2');

it('a label task that a lead resolves has the labels of all its packages asked for again', async () => {
  const at = openTestBench();
  at.know(samplePosting());
  packAndClose(at, number, [[mug, mug], [towel]], [number, child]);
  at.bench.signIn(lead);
  const asked: string[] = [];
  const { store } = testContext(at);
  const context = testContext(at, { store: { ...store, askAgain: (label) => void asked.push(label) } });
  const failure = { code: 'refused', shopCode: 'NO', words: 'no' } as const;
  const { id } = raiseTask(at.db, labelTask(number, failure, at.now()));
  expect((await callProcedure(context, 'tasks.resolve', { id, note: 'mended' })).ok).toBe(true);
  expect(new Set(asked)).toEqual(new Set([number, child]));
});
