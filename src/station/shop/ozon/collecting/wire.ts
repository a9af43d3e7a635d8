import { z } from 'zod';
import { flag, id, list, moment, part, text } from '../wire/fields.ts';

const count = z
  .int()
  .nonnegative()
  .nullish()
  .transform((value) => value ?? 0);

/** The answers of `/v1/return/giveout/is-enabled` and `barcode`. */
export const EnabledAnswer = z.object({ enabled: flag });
export const CodeAnswer = z.object({ barcode: z.string().trim().min(1).max(200) });

/** A row of `/v1/return/giveout/list`. */
export const WireGiveout = z.object({
  giveout_id: id,
  giveout_status: text,
  created_at: moment,
  warehouse_name: text,
  warehouse_address: text,
  approved_articles_count: count,
  total_articles_count: count,
});
export type WireGiveout = z.output<typeof WireGiveout>;

/** The answer of `/v1/return/giveout/list`; rows are parsed one by one. */
export const GiveoutsAnswer = z.object({ giveouts: list(z.unknown()) });

/** The answer of `/v1/return/giveout/info`. */
export const GiveoutAnswer = z.object({ articles: list(z.object({ name: text, approved: flag })) });

/** A row of `/v1/returns/company/fbs/info`. */
export const WirePoint = z.object({
  id,
  name: text,
  address: text,
  box_count: count,
  returns_count: count,
  pass_info: part(z.object({ count, is_required: flag })),
});
export type WirePoint = z.output<typeof WirePoint>;

/** The answer of `/v1/returns/company/fbs/info`; rows are parsed one by one. */
export const PointsAnswer = z.object({ drop_off_points: list(z.unknown()), has_next: flag });
