import type { z } from 'zod';
import { ok } from '#domain/result.ts';
import type { AccountPort, DeliveryMethod, ListOf, Warehouse } from '../../account-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { METHOD } from '../methods.ts';
import {
  DeliveryMethodsAnswer,
  SellerAnswer,
  WarehousesAnswer,
  WireDeliveryMethod,
  WireWarehouse,
} from './wire.ts';

const WAREHOUSES_A_PAGE = 200;
const DELIVERY_METHODS_A_PAGE = 100;
const PAGES_MAX = 10;

type Page = { readonly entries: readonly unknown[]; readonly nextCursor: string | null };

/** The account's owner, warehouses and ways of delivery; 2,000 warehouses and 1,000 ways at most. */
export function accountMethods({ client }: AccountParts): AccountPort {
  const how = (signal: AbortSignal | undefined) =>
    ({ effect: 'repeatable', urgency: 'screen', signal }) as const;
  return {
    async getProfile(signal) {
      const answer = await client.call(METHOD.seller, {}, SellerAnswer, how(signal));
      if (!answer.ok) return answer;
      const { name, legal_name: legalName, country, currency } = answer.value.company;
      return ok({ name, legalName, country, currency });
    },
    listWarehouses: (signal) =>
      readPages(WireWarehouse, toWarehouse, async (cursor) => {
        const body = { limit: WAREHOUSES_A_PAGE, ...(cursor === null ? {} : { cursor }) };
        const answer = await client.call(METHOD.warehouses, body, WarehousesAnswer, how(signal));
        return answer.ok ? ok(toPage(answer.value.warehouses, answer.value)) : answer;
      }),
    listDeliveryMethods: (signal) =>
      readPages(WireDeliveryMethod, toDeliveryMethod, async (cursor) => {
        const body = { limit: DELIVERY_METHODS_A_PAGE, ...(cursor === null ? {} : { cursor }) };
        const answer = await client.call(METHOD.deliveryMethods, body, DeliveryMethodsAnswer, how(signal));
        return answer.ok ? ok(toPage(answer.value.delivery_methods, answer.value)) : answer;
      }),
  };
}

async function readPages<Wire extends z.ZodType, Row>(
  wire: Wire,
  toRow: (entry: z.output<Wire>) => Row,
  readPage: (cursor: string | null) => ShopAnswer<Page>,
): ShopAnswer<ListOf<Row>> {
  const rows: Row[] = [];
  let unread = 0;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer: Awaited<ShopAnswer<Page>> = await readPage(cursor);
    if (!answer.ok) return answer;
    for (const entry of answer.value.entries) {
      const read = wire.safeParse(entry);
      if (read.success) rows.push(toRow(read.data));
      else unread += 1;
    }
    cursor = answer.value.nextCursor;
    if (cursor === null) return ok({ rows, unread, isAll: true });
  }
  return ok({ rows, unread, isAll: false });
}

function toPage(entries: readonly unknown[], next: { has_next: boolean; cursor: string }): Page {
  return { entries, nextCursor: next.has_next && next.cursor !== '' ? next.cursor : null };
}

function toWarehouse(wire: z.output<typeof WireWarehouse>): Warehouse {
  const { warehouse_id, name, is_rfbs, is_express, pause_at } = wire;
  return {
    ...{ id: warehouse_id, name, isOwnDelivery: is_rfbs, isExpress: is_express },
    isPaused: pause_at !== '',
  };
}

function toDeliveryMethod(wire: z.output<typeof WireDeliveryMethod>): DeliveryMethod {
  return {
    id: wire.id,
    name: wire.name,
    warehouseId: wire.warehouse_id,
    isActive: wire.status === 'ACTIVE',
  };
}
