import { z } from 'zod';
import { flag, id, list, part, text, unwrapped } from '../wire/fields.ts';

/** The answer of `/v1/seller/info`. */
export const SellerAnswer = unwrapped(
  z.object({
    company: part(z.object({ name: text, legal_name: text, country: text, currency: text })),
    subscription: part(z.object({ type: text })),
  }),
);

const entries = list(z.unknown());

/** A page of `/v2/warehouse/list`; its entries are read one by one. */
export const WarehousesAnswer = unwrapped(z.object({ warehouses: entries, has_next: flag, cursor: text }));

/** A warehouse, as far as it is of use here; the days are numbers or words and stay out. */
export const WireWarehouse = z.object({
  ...{ warehouse_id: id, name: text, is_rfbs: flag, is_express: flag, pause_at: text },
});

/** A page of `/v2/delivery-method/list`; its entries are read one by one. */
export const DeliveryMethodsAnswer = unwrapped(
  z.object({ delivery_methods: entries, has_next: flag, cursor: text }),
);

export const WireDeliveryMethod = z.object({ id, name: text, warehouse_id: id, status: text });
