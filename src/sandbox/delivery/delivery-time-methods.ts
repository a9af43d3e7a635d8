import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { timestamp, timeText } from '../http/proto-fields.ts';
import { availableActions } from '../postings/available-actions.ts';
import { moveCutoff } from '../postings/posting-order.ts';

const DAY_MS = 86_400_000;
/** Ozon lets the time of delivery be moved twice. */
const MOVES = 2;
const one = z.object({ posting_number: z.string().min(1) });

/** The code that the courier of a posting says: its number without what is no digit, the last four of it. */
function courierCode(number: string): string {
  return number.replaceAll(/\D/g, '').slice(-4);
}

/** When a posting that the seller delivers leaves and arrives, and who takes it. */
export const deliveryTimeMethods: ApiMethods = {
  '/v1/posting/cutoff/set': method(
    one.extend({ new_cutoff_date: timestamp }),
    ({ posting_number, new_cutoff_date }, { world, now }) => {
      const posting = world.postings.get(posting_number);
      if (posting === undefined) return notFound('POSTING_NOT_FOUND');
      if (!availableActions(posting, world).includes('set_cutoff')) return refused('HAS_INCORRECT_STATUS');
      if (new_cutoff_date > posting.shipmentAt || new_cutoff_date < now)
        return refused('NEW_CUTOFF_DATE_IS_INVALID');
      moveCutoff(world.postings, posting, new_cutoff_date);
      return json({ result: true });
    },
  ),
  '/v1/posting/fbs/timeslot/change-restrictions': method(one, ({ posting_number }, { world }) => {
    const posting = world.postings.get(posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    return json({
      delivery_interval: {
        begin: timeText(posting.shipmentAt),
        end: timeText(posting.shipmentAt + 7 * DAY_MS),
      },
      remaining_changes_count: MOVES - posting.timeslots.length,
    });
  }),
  '/v1/posting/fbs/timeslot/set': method(
    one.extend({ new_timeslot: z.object({ from: timestamp, to: timestamp }) }),
    ({ posting_number, new_timeslot }, { world }) => {
      const posting = world.postings.get(posting_number);
      if (posting === undefined) return notFound('POSTING_NOT_FOUND');
      if (!availableActions(posting, world).includes('set_timeslot')) return refused('HAS_INCORRECT_STATUS');
      if (posting.timeslots.length >= MOVES) return refused('TIMESLOT_CHANGE_LIMIT_EXCEEDED');
      const { from, to } = new_timeslot;
      if (from >= to || from < posting.shipmentAt || to > posting.shipmentAt + 7 * DAY_MS)
        return refused('TIMESLOT_IS_INVALID');
      posting.timeslots.push(new_timeslot);
      return json({ result: true });
    },
  ),
  '/v1/posting/fbs/pick-up-code/verify': method(
    one.extend({ pickup_code: z.string().min(1) }),
    ({ posting_number, pickup_code }, { world }) =>
      world.postings.has(posting_number)
        ? json({ valid: pickup_code === courierCode(posting_number) })
        : notFound('POSTING_NOT_FOUND'),
  ),
};
