import { ok } from '#domain/result.ts';
import { countOutbox, nextOutboxAttemptAt } from '../database/outbox.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** What goes to the shop, waits and pauses. */
export const trafficProcedures: Handlers<'shop.traffic'> = {
  'shop.traffic': (_input, { shop: connected, db, now }) => {
    const shop = connected();
    if (shop === null) return failed('no-shop', 'traffic');
    const { underWay, waiting, pauses } = shop.account.traffic();
    const { ready, sending, unknown } = countOutbox(db);
    return ok({
      state: shop.link.state().state,
      readsAt: shop.reader.nextReadAt(),
      underWay,
      waiting: waiting.map((wait) => ({ ...wait })),
      pauses: pauses.map((pause) => ({ ...pause })),
      owed: ready + sending + unknown,
      owedAt: nextTryAt(nextOutboxAttemptAt(db), now()),
    });
  },
};

/** What is due already is tried now. */
function nextTryAt(dueAt: number | null, now: number): number | null {
  return dueAt === null ? null : Math.max(dueAt, now);
}
