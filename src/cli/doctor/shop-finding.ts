import type { ShopCheck } from '#contract/account-procedures.ts';
import { type BenchFile, type ShopConfig, shopIdOf, shopNameOf } from '#contract/bench-file.ts';
import { keyDaysLeft, keyWarningDays } from '#domain/shop/key-expiry.ts';
import { checkShop } from '#station/shop/check-shop.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import { cureFor } from '../cures.ts';
import type { Finding } from './finding.ts';

/** Asks each of the bench file's shops whether it takes its key, and what that allows; changes nothing. `now` is epoch ms. */
export async function shopFindings(
  { shops }: Pick<BenchFile, 'shops'>,
  keyAtHand: (clientId: string, isOnly: boolean) => string | undefined,
  now: () => number,
): Promise<readonly Finding[]> {
  if (shops.length === 0) {
    const cure = 'connect a shop in the settings';
    return [{ what: 'shop', state: 'attention', found: 'none in the bench file', cure }];
  }
  const isOnly = shops.length === 1;
  return Promise.all(
    shops.map(async (config) => {
      const key = config.apiKey ?? keyAtHand(config.clientId, isOnly);
      const finding = await findingOf(config, key, now);
      return { what: isOnly ? 'shop' : `shop ${shopNameOf(config)}`, ...finding };
    }),
  );
}

type Found = Omit<Finding, 'what'>;

async function findingOf(config: ShopConfig, apiKey: string | undefined, now: () => number): Promise<Found> {
  const { url, clientId } = config;
  if (apiKey === undefined) {
    const cure = `set PACKBENCH_API_KEY_${clientId} to let doctor ask the shop`;
    return { state: 'attention', found: 'no key here', cure };
  }
  const account = createOzonAccount({ shop: shopIdOf(config), url, clientId, apiKey, now });
  return toFinding(await checkShop(account), now());
}

function toFinding(check: ShopCheck, now: number): Found {
  if (!check.isGood) {
    const { problem, detail } = check;
    return { state: 'wrong', found: `${problem}: ${detail}`, cure: cureFor(problem) };
  }
  const { expiresAt, missing, account } = check;
  const until = expiresAt === null ? '' : ` until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
  const whose = account.name === '' ? 'the key' : `the key of ${account.name}`;
  const found = `${whose} is good${until}`;
  if (missing === null) {
    const cure = 'give the key the right to /v1/roles, to see beforehand what it does not allow';
    return { state: 'attention', found: `${found}, and does not tell its rights`, cure };
  }
  if (missing.length > 0) {
    const lacks = missing.map(({ feature, methods }) => `${feature} (${methods.join(', ')})`);
    const cure = 'make a key with these rights in the seller account';
    return { state: 'attention', found: `${found}, without ${lacks.join('; ')}`, cure };
  }
  if (expiresAt !== null && keyDaysLeft(expiresAt, now) <= keyWarningDays[0]) {
    const cure = 'make a new key in the seller account and enter it';
    return { state: 'attention', found, cure };
  }
  return { state: 'ok', found, cure: null };
}
