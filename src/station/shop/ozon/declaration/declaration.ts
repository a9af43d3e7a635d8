import { ok } from '#domain/result.ts';
import type { DeclarationPort } from '../../declaration-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { CountriesAnswer, CountrySetAnswer, WireCountry } from './wire.ts';

/** `/v2/posting/fbs/product/country/list` and `set`. */
export function declarationMethods(parts: AccountParts): DeclarationPort {
  return {
    async listCountries(signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(METHOD.countries, { name_search: '' }, CountriesAnswer, options);
      if (!answer.ok) return answer;
      return ok(
        answer.value.result.flatMap((entry) => {
          const country = WireCountry.safeParse(entry);
          return country.success ? [{ code: country.data.country_iso_code, name: country.data.name }] : [];
        }),
      );
    },
    async setCountry(number, { sku, country }, signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      // Ozon's document calls it the product's id; in the methods of a posting that is the SKU, as clients send it.
      const body = { posting_number: number, product_id: wireId(sku), country_iso_code: country };
      const answer = await parts.client.call(METHOD.countrySet, body, CountrySetAnswer, options);
      return answer.ok ? ok({ needsCustomsDeclaration: answer.value.is_gtd_needed }) : answer;
    },
  };
}
