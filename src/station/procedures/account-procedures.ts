import type { ProcedureInput } from '#contract/procedures.ts';
import { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { countOutbox } from '../database/outbox.ts';
import { checkShop, isLack, readAccount } from '../shop/check-shop.ts';
import { createOzonAccount } from '../shop/ozon/ozon-account.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** The seller account: trying a key, keeping it, and what the account is. */
export const accountProcedures: Handlers<'shop.check' | 'shop.connect' | 'shop.profile'> = {
  'shop.check': async ({ shop }, context) => ok(await checkShop(accountOf(shop, context))),
  'shop.connect': async ({ shop }, context) => {
    const { apiKey, ...config } = shop;
    const known = context.benchFile().shop?.clientId;
    if (known !== undefined && known !== config.clientId && isBusyFor(context))
      return failed('shop-owes', `account ${known} is still owed something`);
    const answer = await accountOf(shop, context).checkCredentials();
    if (!answer.ok && !isLack(answer.error))
      return failed('shop-failed', `${answer.error.code}: ${answer.error.detail}`);
    await context.secrets.keepApiKey(config.clientId, apiKey);
    await context.replaceBenchFile({ ...context.benchFile(), shop: config });
    return ok(context.viewShop());
  },
  'shop.profile': async (_input, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'profile');
    return ok((await readAccount(shop.account)).account);
  },
};

function accountOf(
  { url, clientId, apiKey }: ProcedureInput<'shop.check'>['shop'],
  { now }: ProcedureContext,
): SellerAccount {
  return createOzonAccount({ shop: ShopId.parse(`ozon-${clientId}`), url, clientId, apiKey, now });
}

/**
 * Is something owed to the connected account, or soon will be? It names postings of that account; another one would
 * refuse it, or worse.
 */
function isBusyFor({ db, bench }: ProcedureContext): boolean {
  const { ready, sending, unknown } = countOutbox(db);
  return ready + sending + unknown > 0 || bench.onBench !== null;
}
