import { err, ok } from '#domain/result.ts';
import { type DisputeMove, type DisputePort, disputeMoves } from '../../dispute-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { acceptanceByStatus } from '../mapping/acceptance.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import { DisputeAnswer } from './wire.ts';

/** Per move: its method, the action that offers it, and the statuses at which it has been done. */
const MOVES: Readonly<
  Record<DisputeMove, { readonly method: string; readonly action: string; readonly done: readonly string[] }>
> = {
  dispute: { method: METHOD.arbitration, action: 'arbitration', done: ['arbitration'] },
  'back-to-shipping': {
    method: METHOD.awaitingDelivery,
    action: 'awaiting_delivery',
    done: ['awaiting_deliver'],
  },
};

/** `/v2/posting/fbs/arbitration` and `/v2/posting/fbs/awaiting-delivery`, one posting a time so that a refusal is that posting's. */
export function disputeMethods(parts: AccountParts): DisputePort {
  return {
    async getHandedIn(number, signal) {
      const answer = await readPosting(parts, number, 'screen', signal);
      if (!answer.ok) return answer;
      const { status, available_actions } = answer.value;
      return ok({
        state: acceptanceByStatus(status),
        shopStatus: status,
        moves: disputeMoves.filter((move) => available_actions?.includes(MOVES[move].action)),
      });
    },
    async move(number, move, signal) {
      const { method, action, done } = MOVES[move];
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(method, { posting_number: [number] }, DisputeAnswer, options);
      if (answer.ok && answer.value.result) return ok(undefined);
      const error = answer.ok
        ? ({ code: 'refused', shopCode: 'NOT_DONE', detail: number } as const)
        : answer.error;
      if (error.code !== 'unknown' && error.code !== 'refused') return err(error);
      const now = await readPosting(parts, number, 'screen', signal);
      if (!now.ok) return err(error);
      if (done.includes(now.value.status)) return ok(undefined);
      if (error.code === 'unknown' && now.value.available_actions?.includes(action))
        return err({ code: 'retry', afterMs: null, detail: error.detail });
      return err(error);
    },
  };
}
