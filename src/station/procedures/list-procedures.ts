import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { readPosting } from '../database/event-log.ts';
import { mostUrgentNeeding } from '../database/find-postings.ts';
import { countPacked } from '../database/manifest-rows.ts';
import { unfinishedOutbox, unpark } from '../database/outbox.ts';
import { packagesOfPosting, relabelList } from '../database/packages.ts';
import { listPostings, queueCutoffs } from '../database/posting-queue.ts';
import { getPosting } from '../database/posting-record.ts';
import { getTask, openTasks, resolveTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { labelTaskKind } from '../labelling/label-task.ts';
import { pictureOf } from '../shop/product-pictures.ts';
import { failed, type Handlers } from './procedure-context.ts';

const hourMs = 3_600_000;

/** The lists that a packer and a lead look at. */
export const listProcedures: Handlers<
  | 'queue.list'
  | 'queue.cutoffs'
  | 'posting.events'
  | 'product.picture'
  | 'relabel.list'
  | 'tasks.list'
  | 'tasks.resolve'
  | 'outbox.list'
  | 'outbox.retry'
> = {
  'queue.list': (page, { db }) => {
    const { entries, total } = listPostings(db, page);
    return ok({ entries: entries.map((entry) => ({ ...entry, lines: [...entry.lines] })), total });
  },
  'queue.cutoffs': (_, { db, now }) =>
    ok({
      cutoffs: [...queueCutoffs(db)],
      packedLastHour: countPacked(db, { from: now() - hourMs, to: now() }),
    }),
  'posting.events': ({ posting }, { db }) =>
    ok({
      events: readPosting(db, posting).map(({ seq, at, actor, type, data, hash }) => ({
        seq,
        at,
        actor,
        type,
        data,
        hash,
      })),
    }),
  'product.picture': async ({ sku }, { db, bench, shops }) => {
    const onBench = bench.onBench?.session;
    const isOnBench = onBench?.lines.some((line) => line.sku === sku) === true;
    const posting = isOnBench ? onBench.posting : mostUrgentNeeding(db, sku);
    // A picture lies where everybody may see it: the only thing that matters is that a shop answers.
    const shop = () => (posting === null ? null : shops.of(posting)) ?? shops.connected()[0] ?? null;
    return ok({ dataUrl: await pictureOf(sku, { db, shop }) });
  },
  'relabel.list': (_, { db, store }) =>
    ok({
      entries: relabelList(db).map(({ posting, n, packedAt, shopPosting }) => ({
        ...{ posting, package: n, packedAt: packedAt ?? 0 },
        isLabelHere: shopPosting !== null && store.has(shopPosting),
        isRegistering: getPosting(db, shopPosting ?? posting)?.posting.status === 'registering',
      })),
    }),
  'tasks.list': (_, { db }) =>
    ok({
      tasks: openTasks(db).map(({ id, kind, subject, detail, createdAt }) => ({
        id,
        kind,
        subject,
        createdAt,
        detail: wordsOf(detail),
        dueAt: dueAtOf(detail),
      })),
    }),
  'tasks.resolve': ({ id, note }, { db, bench, store, now }) => {
    if (!transaction(db, () => resolveTask(db, id, bench.actor?.id ?? 'station', note, now())))
      return failed('not-found', id);
    const task = getTask(db, id);
    if (task?.kind === labelTaskKind) for (const label of labelsOf(db, task.subject)) store.askAgain(label);
    return ok({ done: true });
  },
  'outbox.list': (_, { db }) =>
    ok({
      rows: unfinishedOutbox(db).map(
        ({ id, kind, subject, state, attempts, nextAttemptAt, lastError, createdAt }) => ({
          ...{ id, kind, subject, state, attempts, nextAttemptAt, lastError, createdAt },
        }),
      ),
    }),
  'outbox.retry': ({ id }, { db, shops, now }) => {
    if (!unpark(db, id, now())) return failed('not-found', id);
    for (const { sender } of shops.connected()) sender.kick();
    return ok({ done: true });
  },
};

/** The shop's numbers of a posting's packages: each has a label of its own. */
function labelsOf(db: BenchDatabase, subject: string): readonly PostingNumber[] {
  const posting = PostingNumber.parse(subject);
  return [posting, ...packagesOfPosting(db, posting).flatMap(({ shopPosting }) => shopPosting ?? [])];
}

const Due = z.object({ dueAt: z.int() });

/** When the shop decides by itself what a task is about, epoch ms; null where the task does not say. */
function dueAtOf(detail: string): number | null {
  const due = Due.safeParse(parsed(detail));
  return due.success ? due.data.dueAt : null;
}

/** A task's detail as one line for people: the values, in the order they were noted. */
function wordsOf(detail: unknown): string {
  if (typeof detail === 'string') return wordsOf(parsed(detail));
  if (typeof detail !== 'object' || detail === null) return String(detail ?? '');
  return Object.entries(detail)
    .flatMap(([name, value]) => (name === 'dueAt' ? [] : [value]))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? { value } : value;
  } catch {
    return { text };
  }
}
