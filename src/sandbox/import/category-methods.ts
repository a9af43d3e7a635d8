import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { int64, text } from '../http/proto-fields.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import { CATEGORY_TREE, PRODUCT_TYPES } from './category-tree.ts';
import { DICTIONARIES, type DictionaryValue } from './dictionaries.ts';
import { inLanguage } from './words.ts';

const treeSchema = z.object({ language: text });
const typeSchema = z.object({ description_category_id: int64, type_id: int64, language: text });
const valuesSchema = typeSchema.extend({
  attribute_id: int64,
  last_value_id: int64.nullish(),
  limit: int64.refine((limit) => limit >= 1 && limit <= 2000, 'value must be inside range [1, 2000]'),
});
const searchSchema = typeSchema.omit({ language: true }).extend({
  attribute_id: int64,
  value: z.string().min(2, 'value length must be at least 2 runes'),
  limit: int64.refine((limit) => limit >= 1 && limit <= 100, 'value must be inside range [1, 100]'),
});

/** `/v1/description-category/tree`, `attribute`, `attribute/values`, `attribute/values/search`. */
export const categoryMethods: ApiMethods = {
  '/v1/description-category/tree': method(treeSchema, ({ language }) =>
    json({
      result: CATEGORY_TREE.map(({ id, words, categories }) => ({
        ...{ description_category_id: id, category_name: inLanguage(words, language), disabled: false },
        children: categories.map((category) => ({
          description_category_id: category.id,
          category_name: inLanguage(category.words, language),
          disabled: false,
          children: category.types.map((type) => ({
            ...{ type_id: type.id, type_name: inLanguage(type.words, language), disabled: type.isDisabled },
            children: [],
          })),
        })),
      })),
    }),
  ),
  '/v1/description-category/attribute': method(typeSchema, ({ language, ...ids }) => {
    const found = attributesAt(ids);
    if (found === null) return refused('category_not_found');
    return json({ result: found.map((attribute) => attributeView(attribute, language)) });
  }),
  '/v1/description-category/attribute/values': method(
    valuesSchema,
    ({ language, limit, last_value_id, ...ids }) => {
      const values = valuesAt(ids);
      if (values === null) return refused('attribute_not_found');
      const rest = values.filter(({ id }) => id > (last_value_id ?? 0));
      const page = rest.slice(0, limit);
      return json({
        result: page.map((value) => valueView(value, language)),
        has_next: rest.length > page.length,
      });
    },
  ),
  // The search knows no language of its own: it looks through Russian values, as a seller's cabinet shows them.
  '/v1/description-category/attribute/values/search': method(searchSchema, ({ value, limit, ...ids }) => {
    const values = valuesAt(ids);
    if (values === null) return refused('attribute_not_found');
    const wanted = value.trim().toLowerCase();
    const found = values
      .filter(({ words }) => words.some((word) => word.toLowerCase().includes(wanted)))
      .sort((one, other) => one.words[0].length - other.words[0].length);
    return json({ result: found.slice(0, limit).map((one) => valueView(one, 'RU')) });
  }),
};

type TypeIds = { readonly description_category_id: number; readonly type_id: number };

function attributesAt({ description_category_id, type_id }: TypeIds): readonly Attribute[] | null {
  const type = PRODUCT_TYPES.get(type_id);
  return type?.categoryId === description_category_id ? attributesOf(type) : null;
}

function valuesAt(ids: TypeIds & { readonly attribute_id: number }) {
  const attribute = attributesAt(ids)?.find(({ id }) => id === ids.attribute_id);
  const values = attribute === undefined ? undefined : DICTIONARIES.get(attribute.dictionary);
  return values ?? null;
}

function attributeView(attribute: Attribute, language: string) {
  return {
    id: attribute.id,
    name: inLanguage(attribute.words, language),
    description: inLanguage(attribute.about, language),
    type: attribute.type,
    is_collection: attribute.valuesMax > 1,
    is_required: attribute.isRequired,
    is_aspect: attribute.isAspect,
    max_value_count: attribute.valuesMax > 1 ? attribute.valuesMax : 0,
    group_name: '',
    group_id: 0,
    dictionary_id: attribute.dictionary,
    category_dependent: false,
    attribute_complex_id: attribute.complexId,
    complex_is_collection: false,
  };
}

function valueView({ id, words }: DictionaryValue, language: string) {
  return { id, value: inLanguage(words, language), info: '', picture: '' };
}
