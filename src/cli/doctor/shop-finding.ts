import type { ShopCheck } from '#contract/account-procedures.ts';
import type { BenchFile } from '#contract/bench-file.ts';
import { ShopId } from '#domain/ids.ts';
import { keyDaysLeft, keyWarningDays } from '#domain/shop/key-expiry.ts';
import { checkShop } from '#station/shop/check-shop.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import { cureFor } from '../cures.ts';
import type { Finding } from './finding.ts';

const what = 'shop';

/** Asks the bench file's shop whether it takes the key, and what the key allows; changes nothing. `now` is epoch ms. */
export async function shopFinding(
  { shop }: Pick<BenchFile, 'shop'>,
  keyAtHand: string | undefined,
  now: () => number,
): Promise<Finding> {
  if (shop === undefined) {
    const cure = 'connect a shop in the settings';
    return { what, state: 'attention', found: 'none in the bench file', cure };
  }
  const apiKey = shop.apiKey ?? keyAtHand;
  if (apiKey === undefined) {
    const cure = 'set PACKBENCH_API_KEY to let doctor ask the shop';
    return { what, state: 'attention', found: 'no key here', cure };
  }
  const { url, clientId } = shop;
  const account = createOzonAccount({ shop: ShopId.parse(`ozon-${clientId}`), url, clientId, apiKey, now });
  return toFinding(await checkShop(account), now());
}

function toFinding(check: ShopCheck, now: number): Finding {
  if (!check.isGood) {
    const { problem, detail } = check;
    return { what, state: 'wrong', found: `${problem}: ${detail}`, cure: cureFor(problem) };
  }
  const { expiresAt, missing, account } = check;
  const until = expiresAt === null ? '' : ` until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
  const whose = account.name === '' ? 'the key' : `the key of ${account.name}`;
  const found = `${whose} is good${until}`;
  if (missing === null) {
    const cure = 'give the key the right to /v1/roles, to see beforehand what it does not allow';
    return { what, state: 'attention', found: `${found}, and does not tell its rights`, cure };
  }
  if (missing.length > 0) {
    const lacks = missing.map(({ feature, methods }) => `${feature} (${methods.join(', ')})`);
    const cure = 'make a key with these rights in the seller account';
    return { what, state: 'attention', found: `${found}, without ${lacks.join('; ')}`, cure };
  }
  if (expiresAt !== null && keyDaysLeft(expiresAt, now) <= keyWarningDays[0]) {
    const cure = 'make a new key in the seller account and enter it';
    return { what, state: 'attention', found, cure };
  }
  return { what, state: 'ok', found, cure: null };
}
