import type { PostingNumber } from '#domain/ids.ts';
import type { ShopLabelSize } from '#domain/labels/label-size.ts';
import { err, ok } from '#domain/result.ts';
import type { LabelState, SellerAccount, ShopAnswer, ShopFailure } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import { NOT_FOUND } from './classify.ts';
import type { CallOptions } from './client.ts';
import { download, GONE } from './download.ts';
import { wireId } from './mapping/wire-id.ts';
import { METHOD } from './methods.ts';
import { checkedPdf } from './pdf.ts';
import { createRecent } from './recent.ts';
import { LabelTaskAnswer, LabelTasksAnswer } from './wire/label.ts';

const MAX_BYTES = 20 * 1024 * 1024;
/** A task that is older has an address that no longer works, in ms. */
const TASK_MS = 3_600_000;
/** Between two tasks for one label: half of the time that they have come to nothing, within these, in ms. */
const PAUSE_MIN_MS = 500;
const PAUSE_MAX_MS = 60_000;
const NOT_READY = /aren['’]?t ready|not ready|NOT_READY/i;

type WantedLabel = { readonly number: PostingNumber; readonly key: string };

/**
 * Labels: `/v3/posting/fbs/package-label/create`, `/v2/posting/fbs/package-label/get`, then the PDF at its address.
 * One task per posting, because a task's PDF does not say which page is whose.
 */
export function labelMethods(parts: AccountParts): Pick<SellerAccount, 'getLabel'> {
  /** By number and size. */
  const tasks = createRecent<string>(parts.now, TASK_MS);
  /** Labels whose tasks ended with "not yet". */
  const fruitless = createRecent<{ readonly firstAt: number; readonly lastAt: number }>(parts.now, TASK_MS);

  async function getLabel(
    number: PostingNumber,
    size: ShopLabelSize,
    signal?: AbortSignal,
  ): ShopAnswer<LabelState> {
    const options: CallOptions = { effect: 'repeatable', urgency: 'packer', signal };
    const wanted = { number, key: `${number} ${size}` };
    const known = tasks.get(wanted.key);
    if (known !== undefined) {
      const answer = await followTask(wanted, known, options);
      if (answer !== 'forgotten') return noted(wanted.key, answer);
    }
    if (isTooSoon(wanted.key)) return ok({ state: 'not-ready' });
    const task = await createTask(number, size, options);
    if (!task.ok) return readiness(task.error);
    tasks.set(wanted.key, task.value);
    const answer = await followTask(wanted, task.value, options);
    return noted(wanted.key, answer === 'forgotten' ? ok({ state: 'not-ready' }) : answer);
  }

  /** A task that ended with "not yet" is not followed by another at once. */
  function isTooSoon(key: string): boolean {
    const before = fruitless.get(key);
    if (before === undefined) return false;
    const pauseMs = Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, (before.lastAt - before.firstAt) / 2));
    return parts.now() < before.lastAt + pauseMs;
  }

  function noted(key: string, answer: Awaited<ShopAnswer<LabelState>>): Awaited<ShopAnswer<LabelState>> {
    const at = parts.now();
    if (answer.ok && answer.value.state === 'ready') fruitless.delete(key);
    else if (answer.ok && tasks.get(key) === undefined)
      fruitless.set(key, { firstAt: fruitless.get(key)?.firstAt ?? at, lastAt: at });
    return answer;
  }

  async function createTask(
    number: PostingNumber,
    size: ShopLabelSize,
    options: CallOptions,
  ): ShopAnswer<string> {
    const body = { posting_numbers: [number] };
    const answer = await parts.client.call(METHOD.labelCreate, body, LabelTasksAnswer, options);
    if (!answer.ok) return answer;
    const { tasks: offered } = answer.value;
    const chosen = offered.find((task) => task.task_type === `${size}_label`) ?? offered[0];
    return chosen === undefined ? err({ code: 'malformed', detail: 'no label task' }) : ok(chosen.task_id);
  }

  /** The label of a task; `forgotten` when the shop no longer knows the task or its file. */
  async function followTask(
    wanted: WantedLabel,
    taskId: string,
    options: CallOptions,
  ): Promise<Awaited<ShopAnswer<LabelState>> | 'forgotten'> {
    const body = { task_id: wireId(taskId) };
    const answer = await parts.client.call(METHOD.labelGet, body, LabelTaskAnswer, options);
    if (!answer.ok) {
      if (answer.error.code !== 'refused') return answer;
      tasks.delete(wanted.key);
      return answer.error.shopCode === NOT_FOUND ? 'forgotten' : readiness(answer.error);
    }
    const { code, unprinted, error, fileUrl } = answer.value;
    if (code === 'pending' || code === 'in_progress') return ok({ state: 'not-ready' });
    // Whatever else the task says, it says nothing more: a later call begins a new one.
    tasks.delete(wanted.key);
    const leftOut = unprinted.find((one) => one.number === wanted.number || one.number === '');
    if (leftOut !== undefined) return readiness(labelRefused(leftOut.message));
    if (code !== 'completed' || error !== '') return readiness(labelRefused(error === '' ? code : error));
    if (fileUrl === '') return err({ code: 'malformed', detail: 'a finished label task without a file' });
    return fetchLabel(wanted, taskId, fileUrl, options.signal);
  }

  async function fetchLabel(
    wanted: WantedLabel,
    taskId: string,
    fileUrl: string,
    signal: AbortSignal | undefined,
  ): Promise<Awaited<ShopAnswer<LabelState>> | 'forgotten'> {
    const file = await download(parts.fetch, parts.now, {
      url: fileUrl,
      allows: (url) => isShopsFile(url, parts.apiUrl),
      accept: 'application/pdf',
      maxBytes: MAX_BYTES,
      timeoutMs: parts.timeoutMs,
      signal,
    });
    if (!file.ok && file.error.code === 'refused' && file.error.shopCode === GONE) return 'forgotten';
    const label = file.ok ? checkedPdf(file.value) : file;
    if (!label.ok && label.error.code === 'retry') tasks.set(wanted.key, taskId);
    return label;
  }

  return { getLabel };
}

/** Ozon's own file hosts over TLS, or the very host that the account calls (a stand-in serves its files itself). */
export function isShopsFile(url: URL, apiUrl: string): boolean {
  if (url.origin === new URL(apiUrl).origin) return true;
  const isOzon = /(^|\.)(ozon|ozone)\.ru$/i.test(url.hostname);
  return isOzon && url.protocol === 'https:' && url.port === '';
}

function labelRefused(words: string): ShopFailure {
  const code = /^[A-Z][A-Z0-9_]{3,}/.exec(words)?.[0] ?? 'LABEL_REFUSED';
  return { code: 'refused', shopCode: code, detail: words.slice(0, 500) };
}

function readiness(failure: ShopFailure): Awaited<ShopAnswer<LabelState>> {
  return failure.code === 'refused' && NOT_READY.test(failure.detail)
    ? ok({ state: 'not-ready' })
    : err(failure);
}
