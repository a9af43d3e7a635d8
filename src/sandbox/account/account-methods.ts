import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { int64, repeated, text, timeText } from '../http/proto-fields.ts';
import { WAREHOUSES, type Warehouse } from './warehouses.ts';

const anything = z.object({});
const warehouseSchema = z.object({ limit: int64.nullish(), cursor: text, warehouse_ids: repeated(int64) });
const deliveryMethodSchema = z.object({ limit: int64.nullish(), cursor: text });

/** `/v1/roles`, `/v1/seller/info`, `/v2/warehouse/list`, `/v2/delivery-method/list`. */
export const accountMethods: ApiMethods = {
  '/v1/roles': method(anything, (_, { world }) =>
    json({ expires_at: timeText(world.key.expiresAt), roles: world.key.roles }),
  ),
  '/v1/seller/info': method(anything, (_, { world }) =>
    json({
      company: {
        name: 'Packbench Demo',
        legal_name: 'ООО «Пример»',
        inn: '7700000000',
        ogrn: '1237700000000',
        country: 'RU',
        currency: 'RUB',
        ownership_form: 'ООО',
        tax_system: 'USN',
      },
      ratings: [],
      subscription: { is_premium: world.subscription !== 'UNSPECIFIED', type: world.subscription },
    }),
  ),
  '/v2/warehouse/list': method(warehouseSchema, (input) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 200) {
      return refused(
        'Request validation error: invalid WarehouseListV2Request.Limit: value must be inside range [1, 200]',
      );
    }
    const wanted = WAREHOUSES.filter(
      ({ warehouseId }) => input.warehouse_ids.length === 0 || input.warehouse_ids.includes(warehouseId),
    );
    return json({ warehouses: wanted.slice(0, limit).map(warehouseView), has_next: false, cursor: '' });
  }),
  // Only rFBS methods are listed there, and this shop has none.
  '/v2/delivery-method/list': method(deliveryMethodSchema, (input) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 100) {
      return refused(
        'Request validation error: invalid DeliveryMethodListV2Request.Limit: value must be inside range [1, 100]',
      );
    }
    return json({ delivery_methods: [], has_next: false, cursor: '' });
  }),
};

function warehouseView(warehouse: Warehouse) {
  return {
    warehouse_id: warehouse.warehouseId,
    name: warehouse.name,
    status: 'created',
    warehouse_type: 'fbs',
    is_rfbs: false,
    is_kgt: false,
    is_express: warehouse.express,
    is_comfort: false,
    is_auto_assembly: false,
    has_entrusted_acceptance: false,
    is_waybill_enabled: true,
    carriage_label_type: 'BIG',
    with_item_list: false,
    first_mile: {
      type: 'DROP_OFF',
      dropoff_point_id: String(warehouse.dropOffId),
      first_mile_is_changing: false,
      timeslot_id: 0,
      timeslot_from: '',
      timeslot_to: '',
    },
    cut_in_time: 60,
    sla_cut_in: 60,
    address_info: { address: warehouse.dropOffAddress, latitude: 55.5, longitude: 38.1, utc: 'UTC+03:00' },
    has_postings_limit: false,
    postings_limit: -1,
    min_postings_limit: 10,
    working_days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
    phone: '',
    courier_phones: [],
    courier_comment: '',
    pause_at: null,
    created_at: '2026-01-10T08:00:00Z',
    updated_at: '2026-01-10T08:00:00Z',
  };
}
