import { shopIdOf, shopNameOf } from '#contract/bench-file.ts';
import { ok } from '#domain/result.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { countOutbox, nextOutboxAttemptAt } from '../database/outbox.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { Handlers } from './procedure-context.ts';

/** What goes to the shop, waits and pauses. */
export const trafficProcedures: Handlers<'shop.traffic'> = {
  'shop.traffic': (_input, { benchFile, shops, db, now }) =>
    ok({
      shops: benchFile().shops.flatMap((config) => {
        const shop = shops.byId(shopIdOf(config));
        return shop === null ? [] : [{ name: shopNameOf(config), ...trafficOf(shop, db, now()) }];
      }),
    }),
};

function trafficOf({ id, account, link, reader }: ConnectedShop, db: ReadableDatabase, now: number) {
  const { underWay, waiting, pauses } = account.traffic();
  const { ready, sending, unknown } = countOutbox(db, id);
  return {
    ...{ shop: id, state: link.state().state, readsAt: reader.nextReadAt(), underWay },
    waiting: waiting.map((wait) => ({ ...wait })),
    pauses: pauses.map((pause) => ({ ...pause })),
    owed: ready + sending + unknown,
    owedAt: nextTryAt(nextOutboxAttemptAt(db, id), now),
  };
}

/** What is due already is tried now. */
function nextTryAt(dueAt: number | null, now: number): number | null {
  return dueAt === null ? null : Math.max(dueAt, now);
}
