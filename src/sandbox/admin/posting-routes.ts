import { z } from 'zod';
import { makePosting } from '../postings/make-posting.ts';
import { type Posting, postingStatuses, postingTraits, unitDemands } from '../postings/posting.ts';
import { moveCutoff } from '../postings/posting-order.ts';
import { cancelPosting, movePosting } from '../postings/posting-status.ts';
import { addPosting, addPostings, cutoffOf, postingShapes } from '../postings/seed-postings.ts';
import { finishRegistration } from '../ship/ship-posting.ts';
import { ordinalOf } from '../world/number-range.ts';
import { seededRandom } from '../world/seeded-random.ts';
import {
  type AdminAnswer,
  type AdminRequest,
  type AdminRoute,
  done,
  refuse,
  withBody,
} from './admin-route.ts';
import { postingState } from './shop-state.ts';

const addSchema = z.object({
  count: z.int().min(1).max(1000).default(1),
  shape: z.enum(postingShapes).optional(),
  lines: z
    .array(z.object({ sku: z.int(), quantity: z.int().min(1).max(1000).default(1) }))
    .min(1)
    .optional(),
  cutoffAt: z.iso.datetime({ offset: true }).optional(),
  express: z.boolean().default(false),
  requiresCountry: z.boolean().default(false),
  demands: z.array(z.enum(unitDemands)).default([]),
  demandOfTomorrow: z.boolean().default(false),
  gtdAfterCountry: z.boolean().default(false),
  traits: z.array(z.enum(postingTraits)).default([]),
  companyBuyer: z.string().optional(),
});
const bulkSchema = z.object({ count: z.int().min(1).max(200_000) });
const cutoffSchema = z.object({ cutoffAt: z.iso.datetime({ offset: true }) });
const moveSchema = z.object({ status: z.enum(postingStatuses) });
const failSchema = z.object({ count: z.int().min(0).default(1) });
const cancelSchema = z.object({
  reason: z.string().default('Покупатель отменил заказ'),
  by: z.enum(['client', 'ozon']).default('client'),
});

/** Routes that add postings and change them from the marketplace's side. */
export const postingRoutes: readonly AdminRoute[] = [
  {
    verb: 'GET',
    path: '/admin/postings/:number',
    run: ({ shop, params }) => {
      const posting = shop.world().postings.get(params.number ?? '');
      return posting === undefined
        ? refuse(404, 'no such posting')
        : done(postingState(posting, shop.world()));
    },
  },
  {
    verb: 'POST',
    path: '/admin/postings',
    run: withBody(addSchema, (input, { shop }) => addOrdered(input, shop)),
  },
  {
    verb: 'POST',
    path: '/admin/postings/bulk',
    run: withBody(bulkSchema, ({ count }, { shop }) => {
      const added = addPostings(shop.world(), count, shop.now());
      return done({ count: added.length, first: added[0]?.number ?? '', last: added.at(-1)?.number ?? '' });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/cancel',
    run: withBody(cancelSchema, ({ reason, by }, request) =>
      changed(request, (posting, now) => cancelPosting(posting, { reasonId: 507, reason, type: by }, now)),
    ),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/cutoff',
    run: withBody(cutoffSchema, ({ cutoffAt }, request) =>
      changed(request, (posting, now) => {
        moveCutoff(request.shop.world().postings, posting, Date.parse(cutoffAt));
        posting.shipmentWithoutDelayAt = posting.shipmentAt + 12 * 3_600_000;
        posting.changedAt = now;
        return true;
      }),
    ),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/status',
    run: withBody(moveSchema, ({ status }, request) =>
      changed(request, (posting, now) => {
        if (posting.status === 'awaiting_registration' && status === 'awaiting_deliver') {
          finishRegistration(request.shop.world(), posting.number, now);
          return true;
        }
        const packs = status === 'awaiting_deliver' && posting.shippedAt === null;
        if (packs || status === 'cancelled' || !movePosting(posting, status, now)) return false;
        return true;
      }),
    ),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/ship-fails',
    run: withBody(failSchema, ({ count }, request) =>
      changed(request, (posting) => {
        posting.shipFailuresLeft = count;
        return true;
      }),
    ),
  },
];

function addOrdered(input: z.output<typeof addSchema>, shop: AdminRequest['shop']): AdminAnswer {
  const world = shop.world();
  const now = shop.now();
  const { lines, shape } = input;
  const unknown = lines?.find(({ sku }) => !world.products.has(sku));
  if (unknown !== undefined) return refuse(400, `lines: no product with SKU ${unknown.sku}`);
  const cutoffAt = input.cutoffAt === undefined ? null : Date.parse(input.cutoffAt);
  const added = Array.from({ length: input.count }, (): Posting | undefined => {
    const random = seededRandom(world.seed, `cutoff ${ordinalOf(world)}`);
    const shipmentAt = cutoffAt ?? cutoffOf(random, now);
    const { express, requiresCountry, demands, demandOfTomorrow, gtdAfterCountry, traits, companyBuyer } =
      input;
    if (lines !== undefined)
      return makePosting(
        world,
        {
          lines,
          shipmentAt,
          express,
          requiresCountry,
          demands,
          demandOfTomorrow,
          gtdAfterCountry,
          traits,
          companyBuyer,
        },
        now,
      );
    const posting = shape === undefined ? addPostings(world, 1, now)[0] : addPosting(world, shape, now);
    if (posting !== undefined && cutoffAt !== null) moveCutoff(world.postings, posting, cutoffAt);
    if (posting === undefined) return posting;
    if (requiresCountry) posting.requiresCountry = true;
    Object.assign(posting, { demands, demandOfTomorrow, gtdAfterCountry, traits });
    if (companyBuyer !== undefined) posting.companyBuyer = companyBuyer;
    return posting;
  });
  return done({ postings: added.map((posting) => posting?.number ?? '') });
}

/** Changes one posting; 404 without it, 409 where it may not go there. */
function changed(request: AdminRequest, change: (posting: Posting, now: number) => boolean): AdminAnswer {
  const posting = request.shop.world().postings.get(request.params.number ?? '');
  if (posting === undefined) return refuse(404, 'no such posting');
  const from = posting.status;
  if (!change(posting, request.shop.now())) return refuse(409, `not possible while ${from}`);
  return done({ posting: posting.number, status: posting.status, substatus: posting.substatus });
}
