import { z } from 'zod';
import { accept } from '../carriage/acceptance.ts';
import { type AdminRoute, done, refuse, withBody } from './admin-route.ts';

const acceptanceSchema = z.object({
  carriage: z.int(),
  missing: z.array(z.string()).default([]),
  silent: z.array(z.string()).default([]),
  done: z.boolean().default(true),
});

/** Routes by which the marketplace's side of a shipment happens. */
export const carriageRoutes: readonly AdminRoute[] = [
  {
    verb: 'POST',
    path: '/admin/acceptance',
    run: withBody(acceptanceSchema, ({ carriage: id, ...wish }, { shop }) => {
      const world = shop.world();
      const carriage = world.carriages.get(id);
      if (carriage === undefined) return refuse(404, 'no such shipment');
      if (!accept(world, carriage, wish, shop.now()))
        return refuse(409, `not possible while ${carriage.status}`);
      return done({ carriage: id, status: carriage.status });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/trusted-acceptance',
    run: withBody(z.object({ on: z.boolean().default(true) }), ({ on }, { shop }) => {
      shop.world().trustedAcceptance = on;
      return done({ on });
    }),
  },
  {
    verb: 'GET',
    path: '/admin/carriages',
    run: ({ shop }) => done({ carriages: [...shop.world().carriages.values()] }),
  },
];
