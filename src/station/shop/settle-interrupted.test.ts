import { expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { endHandoverAction, handoverActionsOf, noteHandoverAction } from '../database/handover-actions.ts';
import { noteShopAction, shopActionsOf } from '../database/shop-actions.ts';
import { openTasks } from '../database/tasks.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { settleInterrupted } from './settle-interrupted.ts';

const at = Date.parse('2026-11-23T06:00:00Z');
const posting = PostingNumber.parse('70000001-0003-1');

it('what was asked of the shop when the power went is a task at the next start, once', () => {
  const db = openBench();
  const asked = { actor: 'L1', askedAt: at, detail: {} };
  noteShopAction(db, { ...asked, posting, kind: 'cancel' });
  noteShopAction(db, { ...asked, posting: '', kind: 'renew-return-code' });
  noteHandoverAction(db, { ...asked, subject: '5000001', kind: 'cargo-fill' });
  const done = noteHandoverAction(db, { ...asked, subject: '9', kind: 'approve' });
  endHandoverAction(db, done, 'done', null);
  for (const start of [1, 2]) settleInterrupted(db, at + start);
  expect(openTasks(db).map(({ kind, subject, createdAt }) => [kind, subject, createdAt])).toEqual([
    ['cancel-unknown', posting, at + 1],
    ['cargo-unknown', '5000001', at + 1],
  ]);
  expect(shopActionsOf(db, posting)).toMatchObject([{ outcome: 'unknown', words: 'interrupted' }]);
  expect(handoverActionsOf(db, '9')).toMatchObject([{ outcome: 'done' }]);
});
