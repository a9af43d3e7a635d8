import { expect, it, onTestFinished, vi } from 'vitest';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { enqueueOutbox, markParked } from './database/outbox.ts';
import { openTasks, raiseTask, resolveTask } from './database/tasks.ts';
import { transaction } from './database/transaction.ts';
import { createListNews } from './list-news.ts';
import { openTestBench } from './packing/testing/test-bench.ts';

const subject = samplePosting().number;

function listening() {
  const { db, publisher, published, now } = openTestBench();
  let pictures = 0;
  const onNews = () => {
    pictures += 1;
  };
  const news = createListNews({ db, publisher, onNews, everyMs: 20 });
  onTestFinished(() => news.close());
  const lists = () => published.filter(({ event }) => event === 'changed').map(({ data }) => data);
  return { db, now, lists, pictures: () => pictures };
}

it('a task that the station raises by itself reaches the screens once, after it is on disk', async () => {
  const { db, now, lists, pictures } = listening();
  transaction(db, () => {
    raiseTask(db, { kind: 'shop-refused', subject, detail: {}, at: now() });
    raiseTask(db, { kind: 'label-unprintable', subject, detail: {}, at: now() });
    expect(lists()).toEqual([]);
  });
  await vi.waitFor(() => expect(lists()).toEqual([{ list: 'tasks' }]));
  expect(pictures()).toBe(1);
  const [task] = openTasks(db);
  resolveTask(db, task?.id ?? '', 'L1', 'done', now());
  await vi.waitFor(() => expect(lists()).toHaveLength(2));
});

it('what the sender does to the outbox reaches the screens, many rows as one piece of news', async () => {
  const { db, now, lists } = listening();
  const ids = transaction(db, () =>
    Array.from({ length: 50 }, (_, n) =>
      enqueueOutbox(db, {
        kind: 'ship',
        shop: samplePosting().shop,
        subject: `${subject}-${n}`,
        payload: {},
        at: now(),
      }),
    ),
  );
  await vi.waitFor(() => expect(lists()).toEqual([{ list: 'outbox' }]));
  for (const id of ids) markParked(db, id, 'refused');
  await vi.waitFor(() => expect(lists()).toHaveLength(2));
});

it('a screen is not told again and again while nothing changes', async () => {
  const { db, now, lists } = listening();
  raiseTask(db, { kind: 'shop-refused', subject, detail: {}, at: now() });
  await vi.waitFor(() => expect(lists()).toHaveLength(1));
  raiseTask(db, { kind: 'shop-refused', subject, detail: { words: 'no' }, at: now() });
  await vi.waitFor(() => expect(lists()).toHaveLength(2));
  expect(lists()).toEqual([{ list: 'tasks' }, { list: 'tasks' }]);
});
