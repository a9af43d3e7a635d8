import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64, text } from '../http/proto-fields.ts';

const COUNTRIES = [
  { name: 'Россия', country_iso_code: 'RU' },
  { name: 'Китай', country_iso_code: 'CN' },
  { name: 'Беларусь', country_iso_code: 'BY' },
  { name: 'Казахстан', country_iso_code: 'KZ' },
  { name: 'Турция', country_iso_code: 'TR' },
  { name: 'Германия', country_iso_code: 'DE' },
  { name: 'Италия', country_iso_code: 'IT' },
  { name: 'Индия', country_iso_code: 'IN' },
  { name: 'Узбекистан', country_iso_code: 'UZ' },
  { name: 'Вьетнам', country_iso_code: 'VN' },
] as const;

const setSchema = z.object({
  posting_number: z.string().min(1),
  product_id: int64,
  country_iso_code: z.string(),
});

/** `/v2/posting/fbs/product/country/list` and `.../set`; `product_id` is taken as the SKU, as a working client sends it. */
export const countryMethods: ApiMethods = {
  '/v2/posting/fbs/product/country/list': method(z.object({ name_search: text }), (input) => {
    const wanted = input.name_search.toLowerCase();
    return json({ result: COUNTRIES.filter(({ name }) => name.toLowerCase().includes(wanted)) });
  }),
  '/v2/posting/fbs/product/country/set': method(setSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    const line = posting.lines.find(({ sku }) => sku === input.product_id);
    if (line === undefined) return refused('UNKNOWN_PRODUCT_DEFINED');
    if (posting.status !== 'awaiting_packaging') return refused('HAS_INCORRECT_STATUS');
    if (!COUNTRIES.some((country) => country.country_iso_code === input.country_iso_code)) {
      return refused('Request validation error: invalid SetCountryRequest.CountryIsoCode: unknown country');
    }
    line.country = input.country_iso_code;
    const isImported = input.country_iso_code !== 'RU';
    if (isImported && posting.gtdAfterCountry && !posting.gtdSkus.includes(line.sku))
      posting.gtdSkus.push(line.sku);
    posting.changedAt = now;
    return json({ product_id: input.product_id, is_gtd_needed: posting.gtdSkus.includes(line.sku) });
  }),
};
