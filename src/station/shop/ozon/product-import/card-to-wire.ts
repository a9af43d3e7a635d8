import type { ProductCard } from '#domain/catalogue/product-card.ts';
import type { ProductTypeIds } from '../../product-import-port.ts';

/** A card as `/v3/product/import` wants it: whole numbers of millimetres and grams, amounts as text. */
export function cardToWire({ categoryId, typeId }: ProductTypeIds, card: ProductCard): object {
  const { article, name, price, oldPrice, currency, vat, barcode, pictures, attributes } = card;
  return {
    ...{ offer_id: article, name, price, currency_code: currency, vat },
    ...(oldPrice === null ? {} : { old_price: oldPrice }),
    ...(barcode === '' ? {} : { barcode }),
    ...{ description_category_id: Number(categoryId), type_id: Number(typeId) },
    ...{ depth: card.lengthMm, width: card.widthMm, height: card.heightMm, dimension_unit: 'mm' },
    ...{ weight: card.weightG, weight_unit: 'g' },
    images: pictures,
    attributes: attributes.map(({ id, values }) => ({
      complex_id: 0,
      id: Number(id),
      values: values.map((value) =>
        value.id === null
          ? { value: value.text }
          : { dictionary_value_id: Number(value.id), value: value.text },
      ),
    })),
  };
}
