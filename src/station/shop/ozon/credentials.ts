import { ShopFeature } from '#contract/shop-feature.ts';
import { ok } from '#domain/result.ts';
import type { SellerAccount } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import { FEATURE_METHODS, METHOD } from './methods.ts';
import { RolesAnswer, type WireRoles } from './wire/roles.ts';

/** The key's rights and expiry, from `/v1/roles`. */
export function credentialMethods({ client }: AccountParts): Pick<SellerAccount, 'checkCredentials'> {
  return {
    async checkCredentials(signal) {
      const answer = await client.call(METHOD.roles, {}, RolesAnswer, {
        effect: 'repeatable',
        urgency: 'screen',
        signal,
      });
      if (!answer.ok) return answer;
      const { expires_at: expiresAt, roles } = answer.value;
      const missing = ShopFeature.options.flatMap((feature) => {
        const methods = FEATURE_METHODS[feature].filter((method) => !covers(roles, method));
        return methods.length === 0 ? [] : [{ feature, methods }];
      });
      return ok({ expiresAt, missing });
    },
  };
}

/** A role names methods or the beginning of their paths; an administrator's role may name none. */
function covers(roles: WireRoles['roles'], method: string): boolean {
  return roles.some(
    (role) =>
      (role.methods.length === 0 && role.name.toLowerCase() === 'admin') ||
      role.methods.some(
        (allowed) => allowed === method || method.startsWith(`${allowed.replace(/\/+$/, '')}/`),
      ),
  );
}
