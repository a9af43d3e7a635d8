import { ok } from '#domain/result.ts';
import type { SellerAccount } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { createLabelTasks, isAbout } from './label-tasks.ts';

/**
 * Labels: `/v3/posting/fbs/package-label/create`, `/v2/posting/fbs/package-label/get`, then the PDF at its address; the methods
 * of before only where the shop has no others. A file of
 * several labels does not say which page is whose: whoever asks for one must read the pages.
 */
export function labelMethods(parts: AccountParts): Pick<SellerAccount, 'getLabel' | 'getLabels'> {
  const tasks = createLabelTasks(parts);
  return {
    async getLabel(number, size, { isAhead = false, signal } = {}) {
      const urgency = isAhead ? 'background' : 'packer';
      const wanted = { numbers: [number], size, isSizeFixed: false };
      const answer = await tasks.fileOf(wanted, { effect: 'repeatable', urgency, signal });
      if (!answer.ok || answer.value.state !== 'ready')
        return answer.ok ? ok({ state: 'not-ready' }) : answer;
      return ok({ state: 'ready', pdf: answer.value.pdf });
    },
    async getLabels(numbers, size, signal) {
      const wanted = { numbers, size, isSizeFixed: true };
      const answer = await tasks.fileOf(wanted, { effect: 'repeatable', urgency: 'background', signal });
      if (!answer.ok) return answer;
      if (answer.value.state !== 'ready') return ok({ state: answer.value.state });
      const { pdf, leftOut } = answer.value;
      const promised = numbers.filter((number) => !leftOut.some((one) => isAbout(one, number)));
      return ok({ state: 'ready', pdf, promised });
    },
  };
}
