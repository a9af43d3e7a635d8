import type { z } from 'zod';
import type { ShopId } from '#domain/ids.ts';
import { Posting, type Requirement } from '#domain/posting/posting.ts';
import type { SetAside } from '../../seller-account.ts';
import { knownDemands, WirePosting } from '../wire/posting.ts';
import { handlingOf } from './handling.ts';
import { setAside } from './set-aside.ts';
import { statusOfPosting } from './status.ts';

/** A posting in the bench's words, or why it is none. */
export function postingFromWire(shop: ShopId, wire: WirePosting): z.ZodSafeParseResult<Posting> {
  return Posting.safeParse({
    number: wire.posting_number,
    shop,
    status: statusOfPosting(wire.status),
    shopStatus: wire.status,
    ...stepOf(wire),
    // The list is cut and sorted by shipment_date; the other moment is the last one without a fine.
    cutoffAt: wire.shipment_date ?? wire.shipment_date_without_delay,
    lines: linesOf(wire),
    deliveryMethod: {
      id: wire.delivery_method.id ?? '',
      name: wire.delivery_method.name,
      warehouse: wire.delivery_method.warehouse,
    },
    labelBarcodes: labelBarcodesOf(wire),
    isExpress: wire.is_express,
    handling: handlingOf(wire),
  });
}

/** The finer word matters only of what is under way: before that it changes without anybody's doing. */
function stepOf({ status, substatus }: WirePosting): { shopStep?: string } {
  return statusOfPosting(status) === 'handed-over' && substatus !== '' ? { shopStep: substatus } : {};
}

/** Parses every posting of a page by itself: one that cannot be read is set aside. */
export function postingsFromPage(
  shop: ShopId,
  entries: readonly unknown[],
): { postings: readonly Posting[]; setAside: readonly SetAside[] } {
  const postings: Posting[] = [];
  const aside: SetAside[] = [];
  for (const [index, entry] of entries.entries()) {
    const wire = WirePosting.safeParse(entry);
    const posting = wire.success ? postingFromWire(shop, wire.data) : wire;
    if (posting.success) postings.push(posting.data);
    else aside.push(setAside(entry, index, 'posting_number', posting.error));
  }
  return { postings, setAside: aside };
}

function linesOf(wire: WirePosting): { sku: string; quantity: number; requires: Requirement[] }[] {
  const quantities = new Map<string, number>();
  for (const product of wire.products) {
    quantities.set(product.sku, (quantities.get(product.sku) ?? 0) + product.quantity);
  }
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity, requires: requirementsOf(wire, sku) }));
}

function requirementsOf({ requirements }: WirePosting, sku: string): Requirement[] {
  const demands: readonly (readonly [Requirement, ...(readonly string[])[]])[] = [
    ['marking-code', requirements.products_requiring_mandatory_mark],
    ['customs-declaration', requirements.products_requiring_gtd],
    ['batch-number', requirements.products_requiring_rnpt],
    ['country', requirements.products_requiring_country, requirements.products_requiring_change_country],
    ['imei', requirements.products_requiring_imei],
    ['jewelry-uin', requirements.products_requiring_jw_uin],
    ['unit-weight', requirements.products_requiring_weight],
  ];
  const known = demands.flatMap(([requirement, ...lists]) =>
    lists.some((skus) => skus.includes(sku)) ? [requirement] : [],
  );
  return hasUnknownDemand(requirements) ? [...known, 'unknown'] : known;
}

/** A demand that this version does not know: whichever product it means, the posting is not packed on a guess. */
function hasUnknownDemand(requirements: WirePosting['requirements']): boolean {
  return Object.entries(requirements).some(
    ([name, value]) =>
      name.startsWith('products_requiring_') &&
      !knownDemands.has(name) &&
      value !== null &&
      value !== '' &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  );
}

/** Old labels carry the upper and the lower barcode, those since 2026-10-05 the ScanIt one; "0" stands for none yet. */
function labelBarcodesOf(wire: WirePosting): string[] {
  const all = [wire.barcodes.upper_barcode, wire.barcodes.lower_barcode, wire.scanit];
  return [...new Set(all.filter((barcode) => barcode !== '' && barcode !== '0'))];
}
