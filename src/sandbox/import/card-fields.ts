import { timeText } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';

/** What `/v3/product/info/list` says of a card that an import made, beside what it says of all; nothing for others. */
export function cardFields(world: World, sku: number): object {
  const card = world.imports.cards.find((one) => one.sku === sku);
  if (card === undefined) return {};
  const { sent, moderation, words, createdAt } = card;
  const isOn = moderation === 'approved';
  return {
    price: sent.price,
    old_price: sent.old_price,
    vat: sent.vat === '' ? '0' : sent.vat,
    images: sent.images.slice(1),
    primary_image: sent.images.slice(0, 1),
    type_id: sent.type_id,
    description_category_id: sent.description_category_id,
    created_at: timeText(createdAt),
    errors:
      words === ''
        ? []
        : [
            {
              ...{ code: 'moderation_declined', field: 'name', attribute_id: 0, state: 'declined' },
              level: 'ERROR_LEVEL_ERROR',
              texts: {
                ...{ attribute_name: '', description: words, hint_code: 'moderation_declined' },
                ...{ message: words, params: [], short_description: words },
              },
            },
          ],
    statuses: {
      is_created: true,
      status: isOn ? 'price_sent' : moderation,
      moderate_status: isOn ? 'approved' : moderation === 'declined' ? 'declined' : 'in-moderating',
      validation_status: moderation === 'declined' ? 'fail' : 'success',
      status_name: isOn ? 'Продается' : moderation === 'declined' ? 'Не прошёл модерацию' : 'На модерации',
      status_failed: moderation === 'declined' ? 'moderation' : '',
      status_description: words,
      status_tooltip: '',
      status_updated_at: timeText(createdAt),
    },
    stocks: { has_stock: false, stocks: [] },
    visibility_details: { has_price: true, has_stock: false },
  };
}
