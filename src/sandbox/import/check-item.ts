import { isGtin } from '../catalogue/barcode-digits.ts';
import { attributesOf } from './attributes.ts';
import { PRODUCT_TYPES } from './category-tree.ts';
import { DICTIONARIES } from './dictionaries.ts';
import type { ItemError, SentItem } from './import-task.ts';

const VATS = ['', '0', '0.05', '0.07', '0.1', '0.2', '0.22'];

/** What the marketplace finds wrong with a card, its first finding first; none where the card is good. */
export function checkItem(item: SentItem): readonly ItemError[] {
  const found: ItemError[] = [];
  const wrong = (field: string, code: string, message: string) =>
    found.push({ code, message, field, attribute_id: 0, attribute_name: '', level: 'error' });
  if (item.name === '' || item.name.length > 500)
    wrong('name', 'name_invalid', 'Некорректное название товара');
  if (!/^\d+(\.\d{1,2})?$/.test(item.price) || Number(item.price) <= 0)
    wrong('price', 'price_invalid', 'Некорректная цена');
  if (item.old_price !== '' && item.old_price !== '0' && Number(item.old_price) <= Number(item.price))
    wrong('old_price', 'old_price_less', 'Цена до скидки должна быть больше цены');
  if (!VATS.includes(item.vat)) wrong('vat', 'vat_invalid', 'Некорректная ставка НДС');
  for (const side of ['depth', 'width', 'height', 'weight'] as const)
    if (item[side] <= 0) wrong(side, 'required_dimension', 'Укажите габариты и вес товара');
  if (/^\d{8,14}$/.test(item.barcode) && !isGtin(item.barcode))
    wrong('barcode', 'barcode_invalid', 'Некорректный штрихкод');
  if (item.images.some((url) => !/^https?:\/\/\S+$/.test(url)))
    wrong('images', 'image_invalid', 'Не удалось загрузить изображение');
  return [...found, ...checkAttributes(item)];
}

function checkAttributes(item: SentItem): readonly ItemError[] {
  const type = PRODUCT_TYPES.get(item.type_id);
  if (type === undefined) return [];
  const found: ItemError[] = [];
  for (const attribute of attributesOf(type)) {
    const wrong = (code: string, message: string) =>
      found.push({
        ...{ code, message, field: 'attributes', level: 'error' },
        ...{ attribute_id: attribute.id, attribute_name: attribute.words[0] },
      });
    const values = item.attributes.find(({ id }) => id === attribute.id)?.values ?? [];
    // The type may be named by type_id alone.
    if (attribute.isRequired && attribute.id !== 8229 && values.length === 0)
      wrong('attribute_required', `Не заполнена обязательная характеристика «${attribute.words[0]}»`);
    if (values.length > attribute.valuesMax) wrong('attribute_values_count', 'Слишком много значений');
    const dictionary = DICTIONARIES.get(attribute.dictionary);
    if (
      dictionary?.length &&
      values.some((value) => !dictionary.some(({ id }) => id === value.dictionary_value_id))
    )
      wrong('attribute_not_in_dictionary', 'Значение не найдено в справочнике');
  }
  return found;
}
