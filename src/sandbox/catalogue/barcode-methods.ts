import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { cardOf, settleCard } from './card-state.ts';

const PER_PRODUCT = 100;

const addSchema = z.object({
  barcodes: z
    .array(z.object({ sku: int64, barcode: z.string().min(1).max(100) }))
    .min(1, 'value must contain between 1 and 100 items, inclusive')
    .max(100, 'value must contain between 1 and 100 items, inclusive'),
});
const generateSchema = z.object({
  product_ids: z
    .array(int64)
    .min(1, 'value must contain between 1 and 100 items, inclusive')
    .max(100, 'value must contain between 1 and 100 items, inclusive'),
});

/** `/v1/barcode/add` and `/v1/barcode/generate`. */
export const barcodeMethods: ApiMethods = {
  '/v1/barcode/add': method(addSchema, (input, { world, now }) => {
    const errors = input.barcodes.flatMap(({ sku, barcode }) => {
      const trouble = added(world, sku, barcode, now);
      return trouble === null ? [] : [{ ...trouble, barcode, sku }];
    });
    return json({ errors });
  }),
  '/v1/barcode/generate': method(generateSchema, (input, { world, now }) => {
    const errors = input.product_ids.flatMap((id) => {
      const trouble = generated(world, id, now);
      return trouble === null ? [] : [{ ...trouble, barcode: '', product_id: id }];
    });
    return json({ errors });
  }),
};

type Trouble = { readonly code: string; readonly error: string } | null;

function added(world: World, sku: number, barcode: string, now: number): Trouble {
  const product = world.products.get(sku);
  if (product === undefined) return { code: 'PRODUCT_NOT_FOUND', error: 'Товар не найден' };
  if (!/^[\x21-\x7e]+$/.test(barcode))
    return { code: 'INVALID_BARCODE', error: 'Штрихкод содержит недопустимые символы' };
  const card = cardOf(world.cards, product);
  settleCard(card, now);
  if (isUsed(world, barcode)) return { code: 'BARCODE_ALREADY_EXISTS', error: 'Штрихкод уже используется' };
  if (card.barcodes.length >= PER_PRODUCT)
    return { code: 'TOO_MANY_BARCODES', error: 'На товаре не может быть больше 100 штрихкодов' };
  card.barcodes.push(barcode);
  return null;
}

function generated(world: World, id: number, now: number): Trouble {
  const product = [...world.products.values()].find(({ productId }) => productId === id);
  if (product === undefined) return { code: 'PRODUCT_NOT_FOUND', error: 'Товар не найден' };
  const card = cardOf(world.cards, product);
  settleCard(card, now);
  if (card.barcodes.length > 0 || card.generatedAt !== null)
    return { code: 'BARCODE_ALREADY_EXISTS', error: 'У товара уже есть штрихкод' };
  card.generatedAt = now;
  return null;
}

function isUsed(world: World, barcode: string): boolean {
  for (const product of world.products.values())
    if (cardOf(world.cards, product).barcodes.includes(barcode)) return true;
  return false;
}
