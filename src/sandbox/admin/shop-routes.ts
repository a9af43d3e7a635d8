import { z } from 'zod';
import { markIdentity } from '../exemplars/mark-check.ts';
import { issueMarkingCode } from '../exemplars/marking-code.ts';
import { faultSchema } from '../faults/fault.ts';
import { acceptanceSchema, timingsSchema } from '../world/world.ts';
import { type AdminRoute, done, refuse, withBody } from './admin-route.ts';
import { shopState } from './shop-state.ts';

const faultsSchema = z.union([z.array(faultSchema), faultSchema.transform((fault) => [fault])]);
const keySchema = z.object({
  apiKey: z.string().min(1).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  deactivated: z.boolean().optional(),
  roles: z.array(z.object({ name: z.string(), methods: z.array(z.string()) })).optional(),
});
const limitsSchema = z.object({
  requestsPerSecond: z.int().min(1).optional(),
  methods: z.record(z.string(), z.int().min(1)).default({}),
});
const lifeSchema = z.record(z.string(), z.enum(['alive', 'gone']));
const refuseMarkSchema = z.object({
  code: z.string().min(1),
  error: z.string().default('MANDATORY_MARK_WITHDRAWN'),
  from: z.enum(['validate', 'set']).default('validate'),
});
const seedSchema = z.object({ seed: z.int().optional() });

/** Routes that show and steer the stand-in as a whole. */
export const shopRoutes: readonly AdminRoute[] = [
  { verb: 'GET', path: '/admin/state', run: ({ shop }) => done(shopState(shop)) },
  { verb: 'GET', path: '/admin/faults', run: ({ shop }) => done({ faults: shop.faults.list() }) },
  {
    verb: 'POST',
    path: '/admin/faults',
    run: withBody(faultsSchema, (faults, { shop }) =>
      done({ faults: faults.map((fault) => shop.faults.add(fault)) }),
    ),
  },
  {
    verb: 'DELETE',
    path: '/admin/faults',
    run: ({ shop }) => {
      shop.faults.clear();
      return done({ faults: [] });
    },
  },
  {
    verb: 'GET',
    path: '/admin/requests',
    run: ({ shop, query }) => {
      const last = Number(query.get('last') ?? 100);
      if (!Number.isInteger(last) || last < 1) return refuse(400, 'last: a whole number from 1');
      return done({ requests: shop.log.last(last, query.get('path') ?? '') });
    },
  },
  {
    verb: 'DELETE',
    path: '/admin/requests',
    run: ({ shop }) => {
      shop.log.clear();
      return done({ requests: [] });
    },
  },
  {
    verb: 'GET',
    path: '/admin/marking-code',
    run: ({ shop, query }) => {
      const world = shop.world();
      const product = world.products.get(Number(query.get('sku')));
      if (product === undefined) return refuse(404, 'no product with that SKU');
      if (!product.marked) return refuse(409, 'this product carries no marking codes');
      return done({ sku: product.sku, code: issueMarkingCode(world, product) });
    },
  },
  {
    verb: 'POST',
    path: '/admin/refused-marks',
    run: withBody(refuseMarkSchema, ({ code, error, from }, { shop }) => {
      shop.world().refusedMarks.set(markIdentity(code), { error, from });
      return done({ error, from });
    }),
  },
  {
    verb: 'GET',
    path: '/admin/products',
    run: ({ shop }) => done({ products: [...shop.world().products.values()] }),
  },
  {
    verb: 'POST',
    path: '/admin/timings',
    run: withBody(timingsSchema.partial(), (timings, { shop }) =>
      done(Object.assign(shop.world().timings, timings)),
    ),
  },
  {
    verb: 'POST',
    path: '/admin/acceptance-limits',
    run: withBody(acceptanceSchema.partial(), (limits, { shop }) =>
      done(Object.assign(shop.world().acceptance, limits)),
    ),
  },
  {
    verb: 'POST',
    path: '/admin/methods',
    run: withBody(lifeSchema, (lives, { shop }) => {
      shop.lifeOf.clear();
      for (const [path, life] of Object.entries(lives)) shop.lifeOf.set(path, life);
      return done(lives);
    }),
  },
  {
    verb: 'POST',
    path: '/admin/key',
    run: withBody(keySchema, (change, { shop }) => {
      const { key } = shop.world();
      if (change.apiKey !== undefined) shop.giveKey(change.apiKey);
      if (change.expiresAt !== undefined) key.expiresAt = Date.parse(change.expiresAt);
      if (change.deactivated !== undefined) key.deactivated = change.deactivated;
      if (change.roles !== undefined) key.roles = change.roles;
      return done(key);
    }),
  },
  {
    verb: 'POST',
    path: '/admin/limits',
    run: withBody(limitsSchema, ({ requestsPerSecond, methods }, { shop }) => {
      if (requestsPerSecond !== undefined) shop.limiter.allow(requestsPerSecond);
      for (const [path, calls] of Object.entries(methods)) shop.methodLimits.allow(path, calls);
      return done({ requestsPerSecond, methods });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/save',
    run: async ({ shop }) =>
      (await shop.save()) ? done({ saved: true }) : refuse(409, 'started without a state file'),
  },
  {
    verb: 'POST',
    path: '/admin/seed',
    run: withBody(seedSchema, ({ seed }, { shop }) => {
      shop.reseed(seed ?? shop.world().seed);
      shop.faults.clear();
      shop.log.clear();
      return done({ seed: shop.world().seed, postings: shop.world().postings.size });
    }),
  },
];
