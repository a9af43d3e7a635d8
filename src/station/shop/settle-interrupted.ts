import type { BenchDatabase } from '../database/bench-database.ts';
import {
  endHandoverAction,
  type HandoverActionKind,
  interruptedHandoverActions,
} from '../database/handover-actions.ts';
import { endShopAction, interruptedShopActions, type ShopActionKind } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';

/** The task that each becomes; null where the screen shows what counts as soon as it is opened. */
const taskOfShopAction: Readonly<Record<ShopActionKind, string | null>> = {
  cancel: 'cancel-unknown',
  'cancel-units': 'cancel-unknown',
  split: 'split-unknown',
  'agree-cancellation': 'cancellation-unknown',
  'decline-cancellation': 'cancellation-unknown',
  'tracking-number': 'delivery-unknown',
  delivering: 'delivery-unknown',
  'last-mile': 'delivery-unknown',
  delivered: 'delivery-unknown',
  cutoff: 'delivery-unknown',
  timeslot: 'delivery-unknown',
  'return-action': 'return-unknown',
  'correct-code': 'code-unknown',
  'ship-part': 'ship-part-unknown',
  'pick-up-code': null,
  'renew-return-code': null,
};

const taskOfHandoverAction: Readonly<Record<HandoverActionKind, string>> = {
  approve: 'approve-unknown',
  dispute: 'dispute-unknown',
  'back-to-shipping': 'dispute-unknown',
  'pass-create': 'pass-create-unknown',
  'pass-update': 'pass-update-unknown',
  'pass-delete': 'pass-delete-unknown',
  'courier-call': 'courier-call-unknown',
  'courier-call-off': 'courier-call-off-unknown',
  'cargo-create': 'cargo-unknown',
  'cargo-fill': 'cargo-unknown',
  'cargo-take-out': 'cargo-unknown',
  'cargo-stack': 'cargo-unknown',
  'cargo-approve': 'cargo-unknown',
  'cargo-cancel': 'cargo-unknown',
};

/**
 * At a start, before anything is asked of the shop: what a person had it do when the bench was cut off, and of which nobody noted
 * what came, becomes a task. It may have counted, so it is never asked again by itself. `at` in epoch ms.
 */
export function settleInterrupted(db: BenchDatabase, at: number): void {
  transaction(db, () => {
    for (const { id, posting, kind } of interruptedShopActions(db)) {
      endShopAction(db, id, 'unknown', interrupted);
      const task = taskOfShopAction[kind];
      if (task !== null) raiseTask(db, { kind: task, subject: posting, detail: {}, at });
    }
    for (const { id, subject, kind } of interruptedHandoverActions(db)) {
      endHandoverAction(db, id, 'unknown', interrupted);
      raiseTask(db, { kind: taskOfHandoverAction[kind], subject, detail: {}, at });
    }
  });
}

const interrupted = 'interrupted';
