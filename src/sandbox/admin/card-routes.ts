import { cardOf, cardStateSchema } from '../catalogue/card-state.ts';
import { type AdminRoute, done, refuse, withBody } from './admin-route.ts';

const changeSchema = cardStateSchema
  .pick({
    name: true,
    archived: true,
    barcodes: true,
    sizeless: true,
    status: true,
    errors: true,
    price: true,
  })
  .partial();

/** Routes by which a product's card is looked at and changed, as in the seller's cabinet. */
export const cardRoutes: readonly AdminRoute[] = [
  {
    verb: 'GET',
    path: '/admin/products/:sku',
    run: ({ shop, params }) => {
      const world = shop.world();
      const product = world.products.get(Number(params.sku));
      return product === undefined ? refuse(404, 'no such product') : done(cardOf(world.cards, product));
    },
  },
  {
    verb: 'POST',
    path: '/admin/products/:sku',
    run: withBody(changeSchema, (change, { shop, params }) => {
      const world = shop.world();
      const product = world.products.get(Number(params.sku));
      if (product === undefined) return refuse(404, 'no such product');
      return done(Object.assign(cardOf(world.cards, product), change));
    }),
  },
];
