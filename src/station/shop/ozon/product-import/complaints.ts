import type { ShopCard, ShopComplaint } from '../../product-import-port.ts';
import type { WireCard, WireItemError } from './wire.ts';

/** Ozon's names of a card's fields, and ours. */
const FIELDS: Readonly<Record<string, string>> = {
  offer_id: 'article',
  name: 'name',
  price: 'price',
  old_price: 'oldPrice',
  currency_code: 'currency',
  vat: 'vat',
  depth: 'length',
  width: 'width',
  height: 'height',
  dimension_unit: 'sizeUnit',
  weight: 'weight',
  weight_unit: 'weightUnit',
  barcode: 'barcode',
  barcodes: 'barcode',
  images: 'pictures',
  primary_image: 'pictures',
};

/** An error of `/v1/product/import/info`, with the column that it is about. */
export function complaintOf(error: WireItemError): ShopComplaint {
  const { code, message, description, field, attribute_id, attribute_name, level } = error;
  return {
    code,
    words: wordsOf([attribute_name, description || message, code]),
    about: aboutOf(field, attribute_id),
    isError: !/warn|internal/i.test(level),
  };
}

/** What Ozon says of a card: declined where it says no, approved where it is sold or may be, else waiting. */
export function cardFromWire(card: WireCard): ShopCard {
  const { status, moderate_status, validation_status, status_description } = card.statuses;
  const said = `${moderate_status} ${status} ${validation_status}`;
  const isDeclined = /declin|reject|fail|banned/i.test(said);
  const isApproved = /^approved$/i.test(moderate_status) || /^price_sent$/i.test(status);
  const complaints = card.errors.map((error) => ({
    code: error.code,
    words: wordsOf([error.texts.attribute_name, error.texts.description || error.texts.message, error.code]),
    about: aboutOf(error.field, error.attribute_id),
    isError: !/warn|internal/i.test(error.level),
  }));
  const general = { code: status, words: status_description, about: '', isError: isDeclined };
  return {
    ...{ article: card.offer_id, productId: card.id },
    moderation: isDeclined ? 'declined' : isApproved ? 'approved' : 'waiting',
    complaints: complaints.length === 0 && status_description !== '' ? [general] : complaints,
  };
}

function aboutOf(field: string, attributeId: string | null): string {
  return attributeId === null ? (FIELDS[field] ?? '') : `a:${attributeId}`;
}

/** The first names what it is about; the code stands in only where there are no words. */
function wordsOf([about = '', words = '', code = '']: readonly string[]): string {
  const said = words === '' ? code : words;
  return about === '' || said.includes(about) ? said : `${about}: ${said}`;
}
