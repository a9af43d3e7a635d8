import { finishCargoTask } from '../carriage/cargo-changes.ts';
import { finishApprove } from '../carriage/shipments.ts';
import { finishExemplarCheck } from '../exemplars/exemplar-check.ts';
import { finishImport, finishModeration } from '../import/run-import.ts';
import { finishRegistration, finishShip } from '../ship/ship-posting.ts';
import type { World } from './world.ts';

/** Lets everything happen whose time has come, in order. Called before each request; there are no timers. */
export function settle(world: World, now: number): void {
  for (;;) {
    const due = world.due[0];
    if (due === undefined || due.at > now) return;
    world.due.shift();
    switch (due.change.kind) {
      case 'shipped':
        finishShip(world, due.change, due.at);
        break;
      case 'registered':
        finishRegistration(world, due.change.posting, due.at);
        break;
      case 'exemplarsChecked':
        finishExemplarCheck(world, due.change.posting);
        break;
      case 'cargoDone':
        finishCargoTask(world, due.change.task);
        break;
      case 'carriageSent':
        finishApprove(world, due.change.carriage, due.at);
        break;
      case 'imported':
        finishImport(world, due.change.task, due.at);
        break;
      case 'moderated':
        finishModeration(world, due.change.offer);
        break;
    }
  }
}
