import { productOf, type World } from '../world/world.ts';
import type { Posting } from './posting.ts';
import { type PostingWith, sharedFields } from './posting-parts.ts';

/** A posting as the v4 lists give it: money as objects, weights as kilograms. */
export function postingV4(posting: Posting, world: World, wanted: PostingWith) {
  const products = posting.lines.map((line) => ({ line, product: productOf(world, line.sku) }));
  const weightG = products.reduce((sum, { line, product }) => sum + product.weightG * line.quantity, 0);
  return {
    ...sharedFields(posting, world, wanted),
    products: products.map(({ line, product }) => ({
      sku: product.sku,
      offer_id: product.offerId,
      name: product.name,
      quantity: line.quantity,
      price: { amount: String(product.priceRub), currency: 'RUB' },
      weight: product.weightG / 1000,
      product_color: product.colourName,
      imei: [],
      is_marketplace_buyout: false,
      is_blr_traceable: false,
    })),
    financial_data: wanted.financial_data ? financialData(posting, world) : null,
    delivery_schema: 'fbs',
    destination_place_id: 0,
    destination_place_name: posting.destination,
    is_click_and_collect: posting.traits.includes('click_and_collect'),
    is_presortable: posting.traits.includes('presortable'),
    prr_option: '',
    quantum_id: 0,
    volume_weight: Math.round(weightG / 100) / 10,
    tariffication: null,
    tariffication_steps: [],
  };
}

function financialData(posting: Posting, world: World) {
  const products = posting.lines.map((line) => {
    const { priceRub } = productOf(world, line.sku);
    return {
      product_id: line.sku,
      quantity: line.quantity,
      price: priceRub,
      old_price: priceRub,
      payout: 0,
      total_discount_value: 0,
      total_discount_percent: 0,
      actions: [],
      customer_price: { amount: String(priceRub), currency: 'RUB' },
      commission: { amount: 0, percent: 0, currency: 'RUB' },
    };
  });
  return { cluster_from: 'Москва', cluster_to: 'Урал', products };
}
