import { overdueOf } from '#domain/posting/overdue.ts';
import { ok } from '#domain/result.ts';
import { findPostingsByCode } from '../database/find-postings.ts';
import { handedOverAt, parcelsOnWay, postingSteps } from '../database/posting-steps.ts';
import { keptReturns } from '../database/return-checks.ts';
import { failed, type Handlers } from './procedure-context.ts';

const ROWS = 500;

/** What became of what was packed here. */
export const wayProcedures: Handlers<'way.list' | 'way.read'> = {
  'way.list': (_input, { db, now }) => {
    const { rows, total } = parcelsOnWay(db, ROWS);
    const views = rows.map(({ status, ...row }) => ({
      ...row,
      overdue: overdueOf({ ...row, status }, now()),
    }));
    const isFine = ({ overdue }: (typeof views)[number]) => Number(overdue === null);
    return ok({ rows: views.sort((one, other) => isFine(one) - isFine(other)), total });
  },
  'way.read': ({ code }, { db }) => {
    const [found] = findPostingsByCode(db, code);
    if (found === undefined) return failed('not-found', code.slice(0, 64));
    const { posting } = found;
    const { number, shop, shopStatus, cutoffAt, deliveryMethod } = posting;
    const steps = postingSteps(db, number);
    const returns = keptReturns(db, shop, 0).rows;
    return ok({
      ...{ posting: number, deliveryMethod: deliveryMethod.name, cutoffAt },
      word: steps.at(-1)?.word ?? shopStatus,
      handedOverAt: handedOverAt(db, number),
      steps: [...steps],
      returns: returns
        .filter((row) => row.posting === number)
        .map(({ id, state, barcode }) => ({ id, state, barcode })),
    });
  },
};
