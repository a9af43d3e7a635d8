import { setTimeout as pause } from 'node:timers/promises';
import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { Correction, CorrectionPort } from '../correction-port.ts';
import type { ShopAnswer, ShopFailure, UnitFacts } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { CallOptions } from './client.ts';
import { readExemplars, setExemplars } from './exemplars.ts';
import { holdsMarks, refusedMarks } from './mapping/markings.ts';
import { METHOD } from './methods.ts';
import { readPosting } from './postings.ts';
import { ExemplarStatusAnswer } from './wire/exemplar.ts';
import { anything } from './wire/fields.ts';

/** A lead waits at the screen: the check is looked at this often, ms, and this many times; then the lead asks again. */
const LOOK_EVERY_MS = 500;
const LOOKS_MOST = 30;

/**
 * What is known of units after packing: the full set again (`exemplar/set`), then `/v1/fbs/posting/product/exemplar/update`,
 * which saves it for a posting that waits to be handed over.
 */
export function correctionMethods(parts: AccountParts): CorrectionPort {
  return {
    async correct(number, units, signal) {
      const posting = await readPosting(parts, number, 'screen', signal);
      if (!posting.ok) return posting;
      const { available_actions: actions, status } = posting.value;
      if (actions !== null && !actions.includes('update_cis'))
        return err({ code: 'refused', shopCode: 'NOT_OFFERED', detail: `${number}: ${status}` });
      const options: CallOptions = { effect: 'repeatable', urgency: 'screen', signal };
      const held = await readExemplars(parts, number, options);
      if (!held.ok) return held;
      const isSet = holdsMarks(held.value, units);
      if (!isSet) {
        const sent = await setExemplars(parts, number, units, options);
        if (!sent.ok) return sent;
      }
      return takeOver(number, units, options, isSet);
    },
  };

  /** Waits for the check, and has the set taken over. `wasSet`: the set was there before, and may be taken over already. */
  async function takeOver(
    number: PostingNumber,
    units: readonly UnitFacts[],
    options: CallOptions,
    wasSet: boolean,
  ): ShopAnswer<Correction> {
    for (let look = 0; look < LOOKS_MOST; look += 1) {
      const check = await lookAt(number, options);
      if (!check.ok) return check;
      const { word, refused, isPassed } = check.value;
      if (word === 'update_available') return update(number, units, options);
      if (word !== 'validation_in_process' && refused.length > 0)
        return ok({ state: 'refused', codes: refused });
      // It is offered no more because it has counted, unless the check of what was just sent has yet to begin.
      if (word === 'update_not_available' && isPassed && wasSet) return ok({ state: 'done' });
      await pause(LOOK_EVERY_MS, undefined, { signal: options.signal }).catch(() => undefined);
    }
    return ok({ state: 'checking' });
  }

  async function update(
    number: PostingNumber,
    units: readonly UnitFacts[],
    options: CallOptions,
  ): ShopAnswer<Correction> {
    const asked = { posting_number: number };
    const answer = await parts.client.call(METHOD.exemplarUpdate, asked, anything, {
      ...options,
      effect: 'once',
    });
    if (answer.ok) return ok({ state: 'done' });
    return answer.error.code === 'unknown' ? afterDoubt(number, units, answer.error, options) : answer;
  }

  /** It is not sent a second time: where it is offered no more and the new set stands there, it has counted. */
  async function afterDoubt(
    number: PostingNumber,
    units: readonly UnitFacts[],
    failure: ShopFailure,
    options: CallOptions,
  ): ShopAnswer<Correction> {
    const check = await lookAt(number, options);
    const held = await readExemplars(parts, number, options);
    if (!check.ok || !held.ok) return err(failure);
    const { word, isPassed } = check.value;
    const hasCounted = word === 'update_not_available' && isPassed && holdsMarks(held.value, units);
    return hasCounted ? ok({ state: 'done' }) : err(failure);
  }

  async function lookAt(number: PostingNumber, options: CallOptions) {
    const asked = { posting_number: number };
    const answer = await parts.client.call(METHOD.exemplarStatus, asked, ExemplarStatusAnswer, options);
    if (!answer.ok) return answer;
    const marks = answer.value.products.flatMap(({ exemplars }) =>
      exemplars.flatMap((exemplar) => exemplar.marks),
    );
    const refused = refusedMarks(answer.value);
    const isPassed = refused.length === 0 && marks.every(({ check_status }) => check_status === 'passed');
    return ok({ word: answer.value.status, refused, isPassed });
  }
}
