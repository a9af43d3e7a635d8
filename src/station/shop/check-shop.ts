import type { AccountView, ShopCheck } from '#contract/account-procedures.ts';
import type { SellerAccount, ShopFailure } from './seller-account.ts';

/**
 * Tries a key at the shop: whether it is taken, what it allows, and what the account is. A key that may not tell its rights
 * is good all the same, as the shop knew it. `signal` ends it early.
 */
export async function checkShop(account: SellerAccount, signal?: AbortSignal): Promise<ShopCheck> {
  const credentials = await account.checkCredentials(signal);
  if (!credentials.ok && !isLack(credentials.error)) return toProblem(credentials.error);
  const read = await readAccount(account, signal);
  // Told by the first call already where rights can be read; a key that is refused everything shows only here.
  if (read.refusal !== null) return toProblem(read.refusal);
  return {
    isGood: true,
    expiresAt: credentials.ok ? credentials.value.expiresAt : null,
    missing: credentials.ok
      ? credentials.value.missing.map(({ feature, methods }) => ({ feature, methods: [...methods] }))
      : null,
    account: read.account,
  };
}

/** What the account is, as far as the key may read it. `refusal`: the key itself is not taken. */
export async function readAccount(
  { facts }: Pick<SellerAccount, 'facts'>,
  signal?: AbortSignal,
): Promise<{ readonly account: AccountView; readonly refusal: ShopFailure | null }> {
  const [profile, warehouses] = await Promise.all([facts.getProfile(signal), facts.listWarehouses(signal)]);
  const hasOwnDelivery = warehouses.ok && warehouses.value.rows.some(({ isOwnDelivery }) => isOwnDelivery);
  const methods = hasOwnDelivery ? await facts.listDeliveryMethods(signal) : null;
  const ways = methods?.ok ? methods.value.rows.filter(({ isActive }) => isActive) : [];
  const refused = [profile, warehouses].find(
    (answer) => !answer.ok && answer.error.code === 'unauthorized' && !isLack(answer.error),
  );
  return {
    account: {
      name: profile.ok ? profile.value.name || profile.value.legalName : '',
      warehouses: warehouses.ok
        ? {
            rows: warehouses.value.rows.map((row) => ({
              ...row,
              ways: ways.filter(({ warehouseId }) => warehouseId === row.id).map(({ name }) => name),
            })),
            isAll: warehouses.value.isAll,
          }
        : null,
    },
    refusal: refused === undefined || refused.ok ? null : refused.error,
  };
}

/** Is it no more than a right that is missing? */
export function isLack(failure: ShopFailure): boolean {
  return failure.code === 'unauthorized' && failure.trouble === 'lacks-right';
}

function toProblem(failure: ShopFailure): ShopCheck {
  const { detail } = failure;
  switch (failure.code) {
    case 'unauthorized':
      return { isGood: false, problem: failure.trouble, detail };
    case 'retry':
      return { isGood: false, problem: failure.isPause ? 'busy' : 'unreachable', detail };
    case 'unknown':
      return { isGood: false, problem: 'unreachable', detail };
    case 'refused':
    case 'malformed':
      return { isGood: false, problem: 'unreadable', detail };
  }
}
