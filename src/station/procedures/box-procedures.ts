import { ok } from '#domain/result.ts';
import { getPosting } from '../database/posting-record.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Postings that may go in several boxes under one number. */
export const boxProcedures: Handlers<'posting.setBoxes'> = {
  'posting.setBoxes': async ({ posting: number, boxes }, context) => {
    const shop = context.shopOf(number);
    if (shop === null) return failed('no-shop', 'boxes');
    const posting = getPosting(context.db, number)?.posting;
    // The shop takes a number of boxes of no other posting, and of none that is shipped.
    if (posting?.status !== 'to-pack' || !posting.handling.traits.includes('multi-box'))
      return failed('not-found', number);
    const answer = await shop.link.call(() => shop.account.setBoxes(number, boxes));
    if (answer.ok) return ok({ done: true });
    const { error } = answer;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
