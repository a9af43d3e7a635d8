import { z } from 'zod';
import { type AdminRoute, done, refuse, withBody } from './admin-route.ts';

/** Days after which the shop agrees by itself. */
const AGREES_AFTER_MS = 3 * 86_400_000;
const FIRST_RETURN = 1_000_015_500;
const FIRST_REQUEST = 90_066_344;

const requestSchema = z.object({ message: z.string().default('Передумал') });
const FIRST_RETURN_REQUEST = 8_000_123_000;
const returnRequestSchema = z.object({
  reason: z.string().default('Не подошёл размер'),
  isDefect: z.boolean().default(false),
  comment: z.string().default('Маловато'),
  photos: z.int().min(0).max(10).default(2),
});
const FIRST_GIVEOUT = 520_000;
const collectingSchema = z.object({ enabled: z.boolean() });
const returnSchema = z.object({ reason: z.string().default('Не подошёл размер') });

/** Routes by which a buyer asks to cancel or sends goods back. */
export const afterSaleRoutes: readonly AdminRoute[] = [
  {
    verb: 'POST',
    path: '/admin/postings/:number/self-delivered',
    run: ({ shop, params }) => {
      const posting = shop.world().postings.get(params.number ?? '');
      if (posting === undefined) return refuse(404, 'no such posting');
      posting.selfDelivered = true;
      return done({ posting: posting.number });
    },
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/cancellation-request',
    run: withBody(requestSchema, ({ message }, { shop, params }) => {
      const world = shop.world();
      const posting = world.postings.get(params.number ?? '');
      if (posting === undefined) return refuse(404, 'no such posting');
      const id = FIRST_REQUEST + world.cancellationRequests.size;
      const askedAt = shop.now();
      world.cancellationRequests.set(id, {
        ...{ id, posting: posting.number, message, askedAt, agreesAt: askedAt + AGREES_AFTER_MS },
        ...{ state: 'ON_APPROVAL', comment: '', decidedAt: null },
      });
      return done({ id });
    }),
  },
  {
    verb: 'GET',
    path: '/admin/cancellation-requests',
    run: ({ shop }) => done({ requests: [...shop.world().cancellationRequests.values()] }),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/return-request',
    run: withBody(returnRequestSchema, (wish, { shop, params }) => {
      const world = shop.world();
      const posting = world.postings.get(params.number ?? '');
      const line = posting?.lines[0];
      if (posting === undefined || line === undefined) return refuse(404, 'no such posting');
      const id = FIRST_RETURN_REQUEST + world.returnRequests.size;
      world.returnRequests.set(id, {
        ...{ id, posting: posting.number, sku: line.sku, state: 'ON_APPROVAL', ...wish },
        ...{ askedAt: shop.now(), rejectionComment: '', compensation: null, actions: [] },
      });
      return done({ id });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/collecting',
    run: withBody(collectingSchema, ({ enabled }, { shop }) => {
      shop.world().collecting.enabled = enabled;
      return done({ enabled });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/giveouts',
    run: ({ shop }) => {
      const { collecting, returns } = shop.world();
      const id = FIRST_GIVEOUT + collecting.giveouts.length;
      const [first] = returns.keys();
      collecting.giveouts.push({
        ...{ id, createdAt: shop.now(), status: 'APPROVED' },
        returns: [...returns.keys()].map((one) => ({ id: one, approved: one === first })),
      });
      return done({ id });
    },
  },
  {
    verb: 'GET',
    path: '/admin/return-requests',
    run: ({ shop }) => done({ requests: [...shop.world().returnRequests.values()] }),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/return',
    run: withBody(returnSchema, ({ reason }, { shop, params }) => {
      const world = shop.world();
      const posting = world.postings.get(params.number ?? '');
      const line = posting?.lines[0];
      if (posting === undefined || line === undefined) return refuse(404, 'no such posting');
      const id = FIRST_RETURN + world.returns.size;
      const barcode = `ii${id}`;
      world.returns.set(id, {
        ...{ id, posting: posting.number, sku: line.sku, quantity: line.quantity },
        ...{ reason, barcode, changedAt: shop.now() },
      });
      return done({ id, barcode });
    }),
  },
];
