import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { NOT_FOUND } from '../classify.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { checkedPdf } from '../pdf.ts';
import { createRecent } from '../recent.ts';
import { LabelTaskAnswer, LabelTasksAnswer, OneLabelTaskAnswer } from './wire.ts';

/** The file itself, or tasks for it and the methods that can follow them. */
export type Begun =
  | { readonly kind: 'file'; readonly pdf: Uint8Array }
  | { readonly kind: 'tasks'; readonly tasks: readonly LabelTask[] };
/** A task of the shop's; `size` is "" where it does not say. `isOld`: it was begun by a method that is shut down. */
export type LabelTask = { readonly id: string; readonly size: string; readonly isOld: boolean };

type Way = {
  readonly method: string;
  begin(numbers: readonly PostingNumber[], options: CallOptions): ShopAnswer<Begun>;
};

/** A method that the shop does not have is tried again on the next day, ms. */
const dayMs = 86_400_000;
/** The method that answers with the file itself takes no more postings at once. */
const atOnceMax = 20;

/**
 * The methods that bring labels, today's first. An old one is called only where the shop says that it does not have the newer
 * ones, and what it does not have it is not asked for again that day, as long as anything else works.
 */
export function createLabelWays(parts: AccountParts) {
  const gone = createRecent<true>(parts.now, dayMs);
  const ways = waysOf(parts);

  async function begin(numbers: readonly PostingNumber[], options: CallOptions): ShopAnswer<Begun> {
    let refusal: ShopFailure = {
      code: 'refused',
      shopCode: 'OBSOLETE_METHOD',
      detail: 'no method for labels',
    };
    const open = ways.filter(({ method }) => gone.get(method) === undefined);
    // Where nothing works, today's method is what a fault of a moment must not cost for a day.
    for (const way of open.length === 0 ? ways.slice(0, 1) : open) {
      const answer = await way.begin(numbers, options);
      if (answer.ok || !isUnknownMethod(answer.error)) return answer;
      gone.set(way.method, true);
      refusal = answer.error;
    }
    return err(refusal);
  }

  async function follow({ id, isOld }: LabelTask, options: CallOptions) {
    const [method, other] = isOld
      ? [METHOD.labelGetOld, METHOD.labelGet]
      : [METHOD.labelGet, METHOD.labelGetOld];
    const body = { task_id: wireId(id) };
    const answer = await parts.client.call(method, body, LabelTaskAnswer, options);
    if (answer.ok || !isObsolete(answer.error)) return answer;
    return parts.client.call(other, body, LabelTaskAnswer, options);
  }

  return { begin, follow };
}

function waysOf({ client }: AccountParts): readonly Way[] {
  const begun = (tasks: readonly { task_id: string; task_type: string }[], isOld: boolean): Begun => ({
    kind: 'tasks',
    tasks: tasks.map(({ task_id, task_type }) => ({ id: task_id, size: task_type, isOld })),
  });
  return [
    {
      method: METHOD.labelCreate,
      async begin(numbers, options) {
        const body = { posting_numbers: numbers };
        const answer = await client.call(METHOD.labelCreate, body, LabelTasksAnswer, options);
        return answer.ok ? ok(begun(answer.value.tasks, false)) : answer;
      },
    },
    {
      method: METHOD.labelCreateOld,
      async begin(numbers, options) {
        const body = { posting_number: numbers };
        const answer = await client.call(METHOD.labelCreateOld, body, LabelTasksAnswer, options);
        return answer.ok ? ok(begun(answer.value.tasks, true)) : answer;
      },
    },
    {
      method: METHOD.labelCreateOldest,
      async begin(numbers, options) {
        const body = { posting_number: numbers };
        const answer = await client.call(METHOD.labelCreateOldest, body, OneLabelTaskAnswer, options);
        return answer.ok ? ok(begun(answer.value.tasks, true)) : answer;
      },
    },
    {
      method: METHOD.labelAtOnce,
      async begin(numbers, options) {
        if (numbers.length > atOnceMax)
          return err({ code: 'refused', shopCode: 'TOO_MANY', detail: `more than ${atOnceMax} postings` });
        const file = await client.callForBytes(METHOD.labelAtOnce, { posting_number: numbers }, options);
        const pdf = file.ok ? checkedPdf(file.value) : file;
        if (!pdf.ok) return pdf;
        return pdf.value.state === 'ready'
          ? ok({ kind: 'file', pdf: pdf.value.pdf })
          : err({ code: 'malformed', detail: 'no file' });
      },
    },
  ];
}

/** HTTP 400, code 9, `obsolete method cannot be used`. */
function isObsolete(failure: ShopFailure): boolean {
  return failure.code === 'refused' && failure.shopCode === 'OBSOLETE_METHOD';
}

/** The shop says that it has no such method; a posting that is not there is something else. */
function isUnknownMethod(failure: ShopFailure): boolean {
  if (isObsolete(failure)) return true;
  if (failure.code === 'refused')
    return failure.shopCode === NOT_FOUND && /^HTTP 404: (method )?not found\.?$/i.test(failure.detail);
  return failure.code === 'malformed' && failure.detail.startsWith('HTTP 404:');
}
