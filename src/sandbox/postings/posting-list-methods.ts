import { z } from 'zod';
import { TPL_PROVIDER } from '../account/warehouses.ts';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json, refused } from '../http/api-reply.ts';
import { flag, int64, repeated, text, timestamp } from '../http/proto-fields.ts';
import type { Posting } from './posting.ts';
import { byAcceptance, byShipment, type Placed } from './posting-order.ts';
import { pageOf } from './posting-page.ts';
import { postingV4 } from './posting-v4-view.ts';

const rangeSchema = z.object({ from: timestamp.nullish(), to: timestamp.nullish() }).nullish();
const withSchema = z
  .object({ analytics_data: flag, barcodes: flag, financial_data: flag, legal_info: flag })
  .nullish()
  .transform(
    (value) => value ?? { analytics_data: false, barcodes: false, financial_data: false, legal_info: false },
  );
const commonFilter = {
  statuses: repeated(z.string()),
  warehouse_ids: repeated(int64),
  delivery_method_ids: repeated(int64),
  provider_ids: repeated(int64),
  last_changed_status_date: rangeSchema,
};
const walk = {
  limit: int64.nullish(),
  cursor: text,
  sort_dir: z.enum(['ASC', 'DESC']).nullish(),
  translit: flag,
  with: withSchema,
};
const unfulfilledSchema = z.object({
  ...walk,
  filter: z
    .object({
      ...commonFilter,
      cutoff_from: timestamp.nullish(),
      cutoff_to: timestamp.nullish(),
      delivering_date_from: timestamp.nullish(),
      delivering_date_to: timestamp.nullish(),
    })
    .nullish(),
});
const listSchema = z.object({
  ...walk,
  filter: z.object({
    ...commonFilter,
    since: timestamp.nullish(),
    to: timestamp.nullish(),
    order_id: int64.nullish(),
    order_numbers: repeated(z.string()),
  }),
});
type Walk = Pick<z.output<typeof unfulfilledSchema>, keyof typeof walk>;
type CommonFilter = Pick<z.output<typeof listSchema>['filter'], keyof typeof commonFilter>;

const YEAR_MS = 366 * 86_400_000;

/** `/v4/posting/fbs/unfulfilled/list` and `/v4/posting/fbs/list`. */
export const postingListMethods: ApiMethods = {
  '/v4/posting/fbs/unfulfilled/list': method(unfulfilledSchema, (input, call) => {
    const { filter } = input;
    const cutoff = windowOf(filter?.cutoff_from, filter?.cutoff_to);
    const delivering = windowOf(filter?.delivering_date_from, filter?.delivering_date_to);
    if (!filter || (cutoff === null) === (delivering === null)) {
      return refused('either filter.cutoff or filter.delivering_date must be specified');
    }
    return answer(input, call, {
      isCounted: true,
      order: byShipment,
      isWanted: (posting) =>
        posting.status !== 'delivered' &&
        (cutoff === null || within(posting.shipmentAt, cutoff)) &&
        (delivering === null ||
          (posting.deliveringAt !== null && within(posting.deliveringAt, delivering))) &&
        passes(posting, filter),
    });
  }),
  '/v4/posting/fbs/list': method(listSchema, (input, call) => {
    const { filter } = input;
    const since = windowOf(filter.since, filter.to);
    if (since === null)
      return refused(
        'Request validation error: invalid PostingFbsListV4Request.Filter: since and to are required',
      );
    if (since.to - since.from > YEAR_MS) return refused('PERIOD_IS_TOO_LONG');
    return answer(input, call, {
      isCounted: false,
      order: byAcceptance,
      isWanted: (posting) =>
        within(posting.inProcessAt, since) &&
        (filter.order_numbers.length === 0 || filter.order_numbers.includes(posting.orderNumber)) &&
        (!filter.order_id || filter.order_id === posting.orderId) &&
        passes(posting, filter),
    });
  }),
};

interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

function windowOf(from: number | null | undefined, to: number | null | undefined): TimeWindow | null {
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

function within(at: number, window: TimeWindow): boolean {
  return at >= window.from && at <= window.to;
}

function passes(posting: Posting, filter: CommonFilter): boolean {
  const changed = filter.last_changed_status_date;
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(posting.status)) &&
    (filter.warehouse_ids.length === 0 || filter.warehouse_ids.includes(posting.warehouseId)) &&
    (filter.delivery_method_ids.length === 0 || filter.delivery_method_ids.includes(posting.warehouseId)) &&
    (filter.provider_ids.length === 0 || filter.provider_ids.includes(TPL_PROVIDER.id)) &&
    (typeof changed?.from !== 'number' || posting.changedAt >= changed.from) &&
    (typeof changed?.to !== 'number' || posting.changedAt <= changed.to)
  );
}

function answer(
  input: Walk,
  call: ApiCall,
  list: {
    readonly order: (postings: ReadonlyMap<string, Posting>) => readonly Placed[];
    readonly isWanted: (posting: Posting) => boolean;
    /** Does the answer say how many postings it holds? */
    readonly isCounted: boolean;
  },
): ApiReply {
  const limit = input.limit ?? 0;
  if (limit < 1 || limit > 100) {
    return refused(
      'Request validation error: invalid PostingFbsListV4Request.Limit: value must be inside range [1, 100]',
    );
  }
  const page = pageOf(list.order(call.world.postings), list.isWanted, {
    cursor: input.cursor,
    limit,
    descending: input.sort_dir === 'DESC',
  });
  if (page === null) return refused('invalid cursor');
  const views = page.items.map((posting) => postingV4(posting, call.world, input.with));
  const body = { postings: views, has_next: page.hasNext, cursor: page.cursor };
  return json(list.isCounted ? { ...body, count: views.length } : body);
}
