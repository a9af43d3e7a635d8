import { z } from 'zod';
import type { Language } from '#contract/language.ts';
import {
  type AllowedValues,
  attributeKinds,
  type ProductAttribute,
} from '#domain/catalogue/product-attribute.ts';
import type { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { keepVocabulary, keptVocabulary } from '../database/vocabulary.ts';
import type { ProductType, ProductTypeIds } from '../shop/product-import-port.ts';
import type { SellerAccount, ShopAnswer } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';

/** The shop changes its tree and its lists every few weeks; a day is soon enough. */
const freshForMs = 86_400_000;

const Types = z.array(
  z.object({ categoryId: z.string(), typeId: z.string(), name: z.string(), path: z.array(z.string()) }),
);
const Attributes = z.array(
  z.object({
    ...{ id: z.string(), name: z.string(), about: z.string(), kind: z.enum(attributeKinds) },
    ...{ isRequired: z.boolean(), valuesMax: z.number().nullable(), hasList: z.boolean() },
  }),
);
const Values = z.object({
  values: z.array(z.object({ id: z.string(), text: z.string() })),
  isAll: z.boolean(),
});

/** Where the shop's vocabulary is read and kept. */
export type VocabularySource = {
  readonly db: BenchDatabase;
  readonly shop: ShopId;
  readonly account: Pick<SellerAccount, 'productImport'>;
  readonly link: Pick<ShopLink, 'call'>;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Something that the shop said, with the time at which it did (epoch ms). */
type Said<Value> = { readonly value: Value; readonly readAt: number };

/** The tree is long and is looked through at each letter of a search. */
const lastTypes = new WeakMap<BenchDatabase, Map<string, Said<readonly ProductType[]>>>();

/** The kinds of goods, of today or, where the shop does not answer, of the last time that it did. */
export async function readTypes(
  source: VocabularySource,
  language: Language,
  isAnew = false,
): ShopAnswer<Said<readonly ProductType[]>> {
  const { db, shop, now } = source;
  const kept = lastTypes.get(db) ?? new Map<string, Said<readonly ProductType[]>>();
  lastTypes.set(db, kept);
  const key = `${shop} ${language}`;
  const last = kept.get(key);
  if (last !== undefined && !isAnew && Math.abs(now() - last.readAt) < freshForMs) return ok(last);
  const ask = () => source.account.productImport.listTypes(language);
  const said = await read(source, { what: 'types', language, isAnew, schema: Types, ask });
  if (said.ok) kept.set(key, said.value);
  return said;
}

/** The characteristics of a kind of goods, likewise. */
export async function readAttributes(
  source: VocabularySource,
  type: ProductTypeIds,
  language: Language,
): ShopAnswer<readonly ProductAttribute[]> {
  const what = `attributes ${type.categoryId} ${type.typeId}`;
  const ask = () => source.account.productImport.listAttributes(type, language);
  const said = await read(source, { what, language, isAnew: false, schema: Attributes, ask });
  return said.ok ? ok(said.value.value) : said;
}

/** The values that are allowed for those characteristics that have a list, likewise; of a very long list its beginning. */
export async function readAllowed(
  source: VocabularySource,
  type: ProductTypeIds,
  attributes: readonly ProductAttribute[],
  language: Language,
): ShopAnswer<ReadonlyMap<string, AllowedValues>> {
  const allowed = new Map<string, AllowedValues>();
  for (const { id, hasList } of attributes) {
    if (!hasList) continue;
    const what = `values ${type.categoryId} ${type.typeId} ${id}`;
    const ask = () => source.account.productImport.listValues({ ...type, attributeId: id }, language);
    const said = await read(source, { what, language, isAnew: false, schema: Values, ask });
    if (!said.ok) return said;
    allowed.set(id, said.value.value);
  }
  return ok(allowed);
}

async function read<Value>(
  { db, shop, link, now }: VocabularySource,
  wanted: {
    readonly what: string;
    readonly language: Language;
    readonly isAnew: boolean;
    readonly schema: z.ZodType<Value>;
    readonly ask: () => ShopAnswer<Value>;
  },
): ShopAnswer<Said<Value>> {
  const { what, language, isAnew, schema, ask } = wanted;
  const kept = keptVocabulary(db, shop, what, language);
  const parsed = kept === null ? null : schema.safeParse(JSON.parse(kept.value));
  const old = kept !== null && parsed?.success === true ? { value: parsed.data, readAt: kept.readAt } : null;
  const age = old === null ? Number.POSITIVE_INFINITY : Math.abs(now() - old.readAt);
  if (old !== null && age < freshForMs && !isAnew) return ok(old);
  const answer = await link.call(ask);
  if (answer.ok) {
    keepVocabulary(db, { shop, what, language, value: answer.value, at: now() });
    return ok({ value: answer.value, readAt: now() });
  }
  // What was said yesterday is better than nothing; what the shop refuses it means.
  return old !== null && answer.error.code === 'retry' ? ok(old) : answer;
}
