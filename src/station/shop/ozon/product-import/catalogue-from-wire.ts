import type { z } from 'zod';
import type { Language } from '#contract/language.ts';
import type { AttributeKind, ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import type { ProductType } from '../../product-import-port.ts';
import type { TreeAnswer, WireAttribute } from './wire.ts';

/** Ozon's names of the languages in which it tells of categories. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'EN', ru: 'RU', 'zh-CN': 'ZH_HANS' };

const KINDS: Readonly<Record<string, AttributeKind>> = {
  string: 'text',
  multiline: 'text',
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  url: 'url',
};

/** Said by a card's own fields: the type, and the name. */
const SAID_ELSEWHERE = ['8229', '4180'];

/** Every type of the tree that cards can be made of. */
export function typesFromTree(tree: z.output<typeof TreeAnswer>): readonly ProductType[] {
  return tree.result.flatMap((top) =>
    top.children.flatMap((category) =>
      category.children.flatMap(({ type_id, type_name, disabled }) => {
        const categoryId = category.description_category_id;
        const isOff = disabled || category.disabled || top.disabled;
        if (isOff || type_id === null || categoryId === null) return [];
        const path = [top.category_name, category.category_name];
        return [{ categoryId, typeId: type_id, name: type_name, path }];
      }),
    ),
  );
}

/** A type's characteristics, required ones first; without those that a card says elsewhere and the parts of others. */
export function attributesFromWire(wire: readonly WireAttribute[]): readonly ProductAttribute[] {
  const all = wire
    .filter(({ id, attribute_complex_id }) => attribute_complex_id === null && !SAID_ELSEWHERE.includes(id))
    .map((one) => ({
      ...{ id: one.id, name: one.name || one.id, about: one.description },
      kind: KINDS[one.type.toLowerCase()] ?? ('other' as const),
      isRequired: one.is_required,
      valuesMax: one.is_collection ? one.max_value_count : 1,
      hasList: one.dictionary_id !== null,
    }));
  return [...all.filter(({ isRequired }) => isRequired), ...all.filter(({ isRequired }) => !isRequired)];
}
