import { type BenchFile, type ShopConfig, shopIdOf, shopNameOf } from '#contract/bench-file.ts';
import type { ProcedureInput } from '#contract/procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { hasBegun, waitsForLabel } from '../database/other-shops.ts';
import { countOutbox } from '../database/outbox.ts';
import { checkShop, isLack, readAccount } from '../shop/check-shop.ts';
import { createOzonAccount } from '../shop/ozon/ozon-account.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** The seller accounts: trying a key, keeping it, what they are called, and what they are. */
export const accountProcedures: Handlers<
  'shop.check' | 'shop.connect' | 'shop.rename' | 'shop.remove' | 'shop.profile'
> = {
  'shop.check': async ({ shop }, context) => ok(await checkShop(accountOf(shop, context))),
  'shop.connect': async ({ shop }, context) => {
    const { apiKey, ...typed } = shop;
    const before = context.benchFile().shops;
    const known = before.find(({ clientId }) => clientId === typed.clientId);
    // Whoever changes a key does not say anew how the shop is called.
    const config = known?.name === undefined ? typed : { name: known.name, ...typed };
    const others = before.filter(({ clientId }) => clientId !== config.clientId);
    if (isTaken(shopNameOf(config), others)) return failed('name-taken', shopNameOf(config));
    const answer = await accountOf(shop, context).checkCredentials();
    if (!answer.ok && !isLack(answer.error))
      return failed('shop-failed', `${answer.error.code}: ${answer.error.detail}`);
    await context.secrets.keepApiKey(config.clientId, apiKey);
    // Somebody may have set up another shop while this one was asked.
    await context.replaceBenchFile(withShop(context.benchFile(), config));
    return ok(context.viewShop(config));
  },
  'shop.rename': async ({ shop, name }, context) => {
    const config = configOf(shop, context);
    if (config === undefined) return failed('not-found', shop);
    const { name: _, ...nameless } = config;
    const renamed = name === '' ? nameless : { ...nameless, name };
    const others = context.benchFile().shops.filter((other) => other !== config);
    if (isTaken(shopNameOf(renamed), others)) return failed('name-taken', name);
    await context.replaceBenchFile(withShop(context.benchFile(), renamed));
    return ok({ done: true });
  },
  'shop.remove': async ({ shop }, context) => {
    const config = configOf(shop, context);
    if (config === undefined) return failed('not-found', shop);
    if (isBusyFor(shop, context)) return failed('shop-owes', `${shop} is still owed something`);
    const { shops, ...file } = context.benchFile();
    await context.replaceBenchFile({ ...file, shops: shops.filter((other) => other !== config) });
    return ok({ done: true });
  },
  'shop.profile': async (_input, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'profile');
    return ok((await readAccount(shop.account)).account);
  },
};

function accountOf(
  { kind, url, clientId, apiKey }: ProcedureInput<'shop.check'>['shop'],
  { now }: ProcedureContext,
): SellerAccount {
  return createOzonAccount({ shop: shopIdOf({ kind, clientId }), url, clientId, apiKey, now });
}

function configOf(shop: ShopId, { benchFile }: ProcedureContext): ShopConfig | undefined {
  return benchFile().shops.find((config) => shopIdOf(config) === shop);
}

function isTaken(name: string, others: readonly ShopConfig[]): boolean {
  return others.some((other) => shopNameOf(other) === name);
}

/** The bench file with this shop in the place of the one with its Client-Id, or else behind the others. */
function withShop(file: BenchFile, config: ShopConfig): BenchFile {
  const isKnown = file.shops.some(({ clientId }) => clientId === config.clientId);
  const shops = file.shops.map((other) => (other.clientId === config.clientId ? config : other));
  return { ...file, shops: isKnown ? shops : [...shops, config] };
}

/** Is something owed to an account, or soon will be? Nobody could tell it any more, once it is gone. */
function isBusyFor(shop: ShopId, { db }: ProcedureContext): boolean {
  const { ready, sending, unknown } = countOutbox(db, shop);
  return ready + sending + unknown > 0 || hasBegun(db, shop) || waitsForLabel(db, shop);
}
