import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json, refusal, refused } from '../http/api-reply.ts';
import { int64, repeated, text, timeText } from '../http/proto-fields.ts';
import { PRODUCT_TYPES } from './category-tree.ts';
import type { SentItem } from './import-task.ts';
import { beginImport, currentQuota, isKnown } from './run-import.ts';

const DAY_MS = 86_400_000;
const int32 = z
  .int()
  .nullish()
  .transform((value) => value ?? 0);
const attributeSchema = z.object({
  id: int64.nullish().transform((value) => value ?? 0),
  complex_id: int64.nullish().transform((value) => value ?? 0),
  values: repeated(
    z.object({ dictionary_value_id: int64.nullish().transform((value) => value ?? 0), value: text }),
  ),
});
const itemSchema = z.object({
  offer_id: z
    .string()
    .min(1, 'value length must be at least 1 runes')
    .max(50, 'value length must be at most 50 runes'),
  ...{ name: text, price: z.string(), old_price: text, currency_code: text, vat: text, barcode: text },
  ...{ description_category_id: int64, type_id: int64 },
  ...{ depth: int32, width: int32, height: int32, dimension_unit: text, weight: int32, weight_unit: text },
  ...{ images: repeated(z.string()), primary_image: text, attributes: repeated(attributeSchema) },
});
const importSchema = z.object({ items: repeated(itemSchema) });
const infoSchema = z.object({ task_id: int64 });
const picturesSchema = z.object({ product_id: z.array(int64) });

/** `/v3/product/import`, `/v1/product/import/info`, `/v4/product/info/limit`, `/v2/product/pictures/info`. */
export const importMethods: ApiMethods = {
  '/v3/product/import': method(importSchema, ({ items }, call) => {
    if (items.length < 1 || items.length > 100)
      return refused(
        'Request validation error: invalid ImportProductsRequest.Items: value must contain between 1 and 100 items',
      );
    const sent: readonly SentItem[] = items.map(({ primary_image, ...item }) => ({
      ...item,
      images: primary_image === '' ? item.images : [primary_image, ...item.images],
    }));
    const offers = new Set(sent.map(({ offer_id }) => offer_id));
    if (offers.size < sent.length) return refused('offer_id is not unique');
    if (sent.some((item) => PRODUCT_TYPES.get(item.type_id)?.categoryId !== item.description_category_id))
      return refused('category_type_invalid');
    const limit = overLimit(sent, call);
    if (limit !== null) return limit;
    return json({ result: { task_id: beginImport(call.world, sent, call.now).id } });
  }),
  '/v1/product/import/info': method(infoSchema, ({ task_id }, { world }) => {
    const task = world.imports.tasks.find(({ id }) => id === task_id);
    if (task === undefined) return refusal(404, 5, 'task not found');
    const items = task.items.map(({ sent, status, productId, errors }) => ({
      ...{ offer_id: sent.offer_id, product_id: productId, status },
      errors: errors.map((error) => ({ ...error, state: '', description: error.message })),
    }));
    return json({ result: { items, total: items.length } });
  }),
  '/v4/product/info/limit': method(z.object({}), (_, { world, now }) => {
    const quota = currentQuota(world, now);
    const reset_at = timeText((Math.floor(now / DAY_MS) + 1) * DAY_MS);
    return json({
      daily_create: { limit: quota.dailyLimit, usage: quota.createdToday, reset_at },
      daily_update: { limit: -1, usage: quota.updatedToday, reset_at },
      operation_limits: { limit: quota.perMinute, limit_type: 'RATE_LIMIT_PER_MINUTE' },
      total: { limit: quota.totalLimit, usage: world.products.size },
    });
  }),
  '/v2/product/pictures/info': method(picturesSchema, ({ product_id }, { world }) => {
    const cards = world.imports.cards.filter(({ productId }) => product_id.includes(productId));
    return json({
      items: cards.map(({ productId, sent: { images } }) => ({
        product_id: productId,
        ...{ primary_photo: images.slice(0, 1), photo: images.slice(1), color_photo: [] },
        errors: images
          .filter((url) => url.includes('gone'))
          .map((url) => ({ url, message: 'Не удалось загрузить изображение по ссылке' })),
      })),
    });
  }),
};

/** The refusal of what is beyond a limit, with the minutes until there is room again; null where there is room. */
function overLimit(items: readonly SentItem[], { world, now }: ApiCall): ApiReply | null {
  const quota = currentQuota(world, now);
  const created = items.filter(({ offer_id }) => !isKnown(world, offer_id)).length;
  const leftToday = quota.dailyLimit < 0 ? created : quota.dailyLimit - quota.createdToday;
  const leftAtAll = quota.totalLimit < 0 ? created : quota.totalLimit - world.products.size;
  if (created > leftToday || created > leftAtAll) {
    const minutes = Math.ceil((DAY_MS - (now % DAY_MS)) / 60_000);
    return tooMany('item_limit_exceeded', minutes, Math.max(Math.min(leftToday, leftAtAll), 0));
  }
  const leftInMinute = quota.perMinute - quota.inMinute;
  if (items.length <= leftInMinute) return null;
  return tooMany('You have reached items rate limit per minute', 1, Math.max(leftInMinute, 0));
}

function tooMany(message: string, minutes: number, left: number): ApiReply {
  const headers = { 'item-retry-after': String(minutes), 'item-rate-limit-remaining': String(left) };
  return { ...refusal(429, 8, message), headers };
}
