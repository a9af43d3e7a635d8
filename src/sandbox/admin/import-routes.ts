import { z } from 'zod';
import { articlePlanSchema } from '../import/import-task.ts';
import { currentQuota } from '../import/run-import.ts';
import { type AdminRoute, done, withBody } from './admin-route.ts';

const quotaSchema = z.object({
  dailyLimit: z.int().min(-1).optional(),
  totalLimit: z.int().min(-1).optional(),
  perMinute: z.int().min(0).optional(),
});

/** Routes that steer the making of cards. */
export const importRoutes: readonly AdminRoute[] = [
  {
    verb: 'GET',
    path: '/admin/cards',
    run: ({ shop }) =>
      done({
        cards: shop.world().imports.cards.map(({ sent, moderation, writes, productId }) => ({
          ...{ offer: sent.offer_id, moderation, writes, productId, sent },
        })),
        tasks: shop.world().imports.tasks.length,
      }),
  },
  {
    verb: 'POST',
    path: '/admin/cards/plan',
    run: withBody(articlePlanSchema, (wanted, { shop }) => {
      shop.world().imports.plans.unshift(wanted);
      return done(wanted);
    }),
  },
  {
    verb: 'POST',
    path: '/admin/cards/quota',
    run: withBody(quotaSchema, (change, { shop }) =>
      done(Object.assign(currentQuota(shop.world(), shop.now()), change)),
    ),
  },
];
