import { z } from 'zod';
import { flag, id, list, measure, moment, optionalId, part, text, textOrNumber } from '../wire/fields.ts';

const count = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .nullish();

const typeLeaf = z.object({ type_id: optionalId, type_name: text, disabled: flag });
/** Two levels of categories with types in the second, as Ozon's tree has been since 2023. */
const subCategory = z.object({
  description_category_id: optionalId,
  category_name: text,
  disabled: flag,
  children: list(typeLeaf),
});

/** The answer of `/v1/description-category/tree`. */
export const TreeAnswer = z.object({
  result: list(z.object({ category_name: text, disabled: flag, children: list(subCategory) })),
});

/** The answer of `/v1/description-category/attribute`. */
export const AttributesAnswer = z.object({
  result: list(
    z.object({
      ...{ id, name: text, description: text, type: text },
      ...{ is_required: flag, is_collection: flag, max_value_count: measure },
      ...{ dictionary_id: optionalId, attribute_complex_id: optionalId },
    }),
  ),
});
export type WireAttribute = z.output<typeof AttributesAnswer>['result'][number];

const values = list(z.object({ id, value: text }));

/** The answer of `/v1/description-category/attribute/values`. */
export const ValuesAnswer = z.object({ result: values, has_next: flag });

/** The answer of `/v1/description-category/attribute/values/search`. */
export const FoundValuesAnswer = z.object({ result: values });

/** The answer of `/v3/product/import`. */
export const ImportAnswer = z.object({ result: z.object({ task_id: id }) });

const itemError = z.object({
  ...{ code: text, message: text, description: text, field: text, level: text },
  ...{ attribute_id: optionalId, attribute_name: text },
});
export type WireItemError = z.output<typeof itemError>;

/** The answer of `/v1/product/import/info`. */
export const ImportInfoAnswer = z.object({
  result: part(
    z.object({
      items: list(
        z.object({
          ...{ offer_id: textOrNumber, product_id: optionalId, status: text },
          errors: list(itemError),
        }),
      ),
    }),
  ),
});

const limit = part(z.object({ limit: count, usage: count, reset_at: moment }));

/** The answer of `/v4/product/info/limit`; -1 is without limit. */
export const LimitAnswer = z.object({
  daily_create: limit,
  operation_limits: part(z.object({ limit: count })),
  total: part(z.object({ limit: count, usage: count })),
});

/** An item of `/v3/product/info/list`: what became of a card. */
export const WireCard = z.object({
  ...{ id, offer_id: textOrNumber },
  statuses: part(
    z.object({ status: text, moderate_status: text, validation_status: text, status_description: text }),
  ),
  errors: list(
    z.object({
      ...{ code: text, field: text, level: text, attribute_id: optionalId },
      texts: part(z.object({ attribute_name: text, message: text, description: text })),
    }),
  ),
});
export type WireCard = z.output<typeof WireCard>;

/** The answer of `/v2/product/pictures/info`. */
export const PicturesAnswer = z.object({
  items: list(z.object({ product_id: id, errors: list(z.object({ message: text, url: text })) })),
});
