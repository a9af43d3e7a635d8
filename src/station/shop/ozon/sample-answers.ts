import type { ListPlace } from '../seller-account.ts';

/** A posting as the v4 list shows it, in the shape of Ozon's own examples; for this folder's tests. */
export function wirePosting(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    posting_number: '70000001-0003-1',
    order_id: 37000000001,
    order_number: '70000001-0003',
    status: 'awaiting_packaging',
    substatus: 'posting_created',
    shipment_date: '2026-11-24T09:00:00Z',
    shipment_date_without_delay: '2026-11-24T20:59:00Z',
    delivery_method: {
      id: 1020000000001000,
      name: 'Drop-off',
      warehouse_id: 1020000000001000,
      warehouse: 'Main',
      tpl_provider_id: 24,
      tpl_provider: 'Ozon',
    },
    tpl_integration_type: 'ozon',
    tracking_number: '',
    scanit: '',
    barcodes: { upper_barcode: '%101%10293145035', lower_barcode: '0' },
    products: [
      {
        sku: 1500000001,
        offer_id: 'MUG-RED',
        name: 'Mug',
        quantity: 2,
        price: { amount: '450', currency: 'RUB' },
        weight: 0.35,
        imei: [],
      },
      { sku: '1500000002', offer_id: 'CAP', name: 'Кепка', quantity: 1, imei: null },
    ],
    requirements: {
      products_requiring_mandatory_mark: ['1500000001'],
      products_requiring_gtd: [],
      products_requiring_country: [1500000002],
      products_requiring_change_country: null,
      products_requiring_rnpt: [],
      products_requiring_imei: [],
      products_requiring_jw_uin: [],
      products_requiring_weight: [],
    },
    customer: null,
    addressee: null,
    container: null,
    is_express: false,
    parent_posting_number: '',
    is_multibox: false,
    multi_box_qty: 1,
    available_actions: ['cancel', 'product_cancel', 'ship_with_additional_info'],
    ...over,
  };
}

/** Where the reading of a list begins when nothing was read before. */
export const fromStart: ListPlace = { cursor: null, changedSince: null };

/** The smallest thing that begins and ends as a PDF. */
export const SMALL_PDF = '%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';
