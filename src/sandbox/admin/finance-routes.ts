import { z } from 'zod';
import { dayText } from '../http/proto-fields.ts';
import { type AdminRoute, done, withBody } from './admin-route.ts';

const accrualSchema = z.object({
  unit: z.string(),
  day: z.iso.date().optional(),
  category: z.enum(['POSTING', 'ITEM', 'NON_ITEM', 'CONTAINER_FEES']).default('POSTING'),
  typeId: z.int().default(12),
  sku: z.int().default(0),
  quantity: z.int().default(1),
  amount: z.string().default('-50.00'),
  currency: z.string().default('RUB'),
});

/** Routes by which the marketplace credits and charges. */
export const financeRoutes: readonly AdminRoute[] = [
  {
    verb: 'POST',
    path: '/admin/accruals',
    run: withBody(accrualSchema, ({ day, ...accrual }, { shop }) => {
      const world = shop.world();
      const id = 1 + world.accruals.size;
      world.accruals.set(id, { id, day: day ?? dayText(shop.now()), ...accrual });
      return done({ id });
    }),
  },
];
