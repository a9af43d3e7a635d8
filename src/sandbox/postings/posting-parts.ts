import { dropOffOf, TPL_PROVIDER } from '../account/warehouses.ts';
import { timeText } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { availableActions } from './available-actions.ts';
import type { Posting } from './posting.ts';
import { requirementsOf } from './requirements.ts';

/** Which parts of a posting were asked for in `with`. */
export interface PostingWith {
  readonly analytics_data: boolean;
  readonly barcodes: boolean;
  readonly financial_data: boolean;
  readonly legal_info: boolean;
}

/** The fields that the v4 lists and v3 get share. */
export function sharedFields(posting: Posting, world: World, wanted: PostingWith) {
  return {
    posting_number: posting.number,
    order_id: posting.orderId,
    order_number: posting.orderNumber,
    parent_posting_number: posting.parentNumber,
    status: posting.status,
    substatus: posting.substatus,
    in_process_at: timeText(posting.inProcessAt),
    shipment_date: timeText(posting.shipmentAt),
    shipment_date_without_delay: timeText(posting.shipmentWithoutDelayAt),
    delivering_date: posting.deliveringAt === null ? null : timeText(posting.deliveringAt),
    delivery_method: deliveryMethodOf(posting),
    tpl_integration_type: posting.selfDelivered ? 'non_integrated' : 'ozon',
    integration_type_flow: flowOf(posting),
    is_express: posting.express,
    is_multibox: posting.traits.includes('multibox'),
    multi_box_qty: posting.boxes,
    tracking_number: posting.trackingNumber,
    scanit: scanitOf(posting),
    barcodes: wanted.barcodes ? barcodesOf(posting) : null,
    cancellation: cancellationOf(posting),
    requirements: requirementsOf(posting, world),
    optional: { products_with_possible_mandatory_mark: [] },
    available_actions: availableActions(posting, world),
    legal_info: wanted.legal_info ? legalInfoOf(posting) : null,
    analytics_data: wanted.analytics_data ? analyticsOf(posting) : null,
    customer: null,
    addressee: null,
    container: null,
    container_sort_type: 'SORT',
    sorting_center: null,
    pickup_code_verified_at: null,
    require_blr_traceable_attrs: false,
    external_order: { is_external: false, platform_name: '' },
  };
}

/** Upper and lower barcode; some postings read "0" until shipped. */
export function barcodesOf(posting: Posting) {
  const hidden = posting.barcodesLate && posting.shippedAt === null;
  return {
    upper_barcode: hidden ? '0' : posting.upperBarcode,
    lower_barcode: hidden ? '0' : posting.lowerBarcode,
  };
}

/** The barcode of labels of the new design; it exists from shipping on. */
export function scanitOf(posting: Posting): string {
  return posting.shippedAt === null ? '' : posting.scanit;
}

function flowOf({ selfDelivered, traits }: Posting): string {
  if (traits.includes('click_and_collect')) return 'click_and_collect';
  return selfDelivered ? 'non_integrated' : 'ozon';
}

function deliveryMethodOf(posting: Posting) {
  const dropOff = dropOffOf(posting.warehouseId);
  return {
    id: dropOff.warehouseId,
    name: `Доставка Ozon самостоятельно, ${dropOff.city}`,
    warehouse_id: dropOff.warehouseId,
    warehouse: dropOff.name,
    tpl_provider_id: TPL_PROVIDER.id,
    tpl_provider: TPL_PROVIDER.name,
  };
}

function cancellationOf(posting: Posting) {
  const cancelled = posting.cancellation;
  const initiators = {
    seller: 'Продавец',
    client: 'Клиент',
    customer: 'Клиент',
    ozon: 'Ozon',
    system: 'Система',
    delivery: 'Служба доставки',
  };
  return {
    cancel_reason_id: cancelled?.reasonId ?? 0,
    cancel_reason: cancelled?.reason ?? '',
    cancellation_type: cancelled?.type ?? '',
    cancelled_after_ship: cancelled?.afterShip ?? false,
    affect_cancellation_rating: cancelled?.type === 'seller',
    cancellation_initiator: cancelled === null ? '' : initiators[cancelled.type],
  };
}

function legalInfoOf(posting: Posting) {
  const company = posting.companyBuyer;
  return {
    company_name: company,
    inn: company === '' ? '' : '7701234567',
    kpp: company === '' ? '' : '770101001',
  };
}

function analyticsOf(posting: Posting) {
  const dropOff = dropOffOf(posting.warehouseId);
  const deliveryFrom = posting.shipmentAt + 2 * 86_400_000;
  return {
    region: '',
    city: '',
    delivery_type: 'PVZ',
    is_premium: false,
    is_legal: posting.companyBuyer !== '',
    payment_type_group_name: 'Банковская карта',
    warehouse_id: dropOff.warehouseId,
    warehouse: dropOff.name,
    tpl_provider_id: TPL_PROVIDER.id,
    tpl_provider: TPL_PROVIDER.name,
    delivery_date_begin: timeText(deliveryFrom),
    delivery_date_end: timeText(deliveryFrom + 86_400_000),
    client_delivery_date_begin: null,
    client_delivery_date_end: null,
  };
}
