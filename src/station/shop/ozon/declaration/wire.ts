import { z } from 'zod';
import { flag } from '../wire/fields.ts';

/** An entry of `/v2/posting/fbs/product/country/list`. */
export const WireCountry = z.object({
  name: z.string().trim().min(1).max(200),
  country_iso_code: z.string().regex(/^[A-Z]{2}$/),
});

/** The answer of `/v2/posting/fbs/product/country/list`; one country that cannot be read spoils no other. */
export const CountriesAnswer = z.object({ result: z.array(z.unknown()) });

/** The answer of `/v2/posting/fbs/product/country/set`. */
export const CountrySetAnswer = z.preprocess((value) => value ?? {}, z.object({ is_gtd_needed: flag }));
