import type { PostingNumber } from '#domain/ids.ts';
import type { Declaration } from '#domain/posting/declaration.ts';
import { missingAtShop, type Requirement } from '#domain/posting/posting.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { keepDeclaration, needDeclaration, withDeclarations } from '../database/declarations.ts';
import { getPosting } from '../database/posting-record.ts';
import { upsertPostings } from '../database/postings.ts';
import { transaction } from '../database/transaction.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopFailure } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';
import type { ShopReader } from './shop-reader.ts';

/**
 * Gives what the shop wants to know of a posting's goods before it is packed. A country is told to the shop at once, and
 * told again where the answer was lost; numbers of documents are kept and go out with the units. Answers what is still
 * missing. What was given before a failure stays given.
 */
export async function giveDeclarations(
  {
    posting,
    given,
    actor,
  }: {
    readonly posting: PostingNumber;
    readonly given: readonly Declaration[];
    /** The lead who gives it. */
    readonly actor: string;
  },
  {
    db,
    shop,
    now,
  }: {
    readonly db: BenchDatabase;
    readonly shop: Pick<ConnectedShop, 'account'> & {
      readonly link: Pick<ShopLink, 'call'>;
      readonly reader: Pick<ShopReader, 'readPosting'>;
    };
    readonly now: () => number;
  },
): Promise<Result<readonly Requirement[], ShopFailure>> {
  const keep = (one: Declaration) => keepDeclaration(db, posting, one, { actor, at: now() });
  transaction(db, () => given.filter(({ kind }) => kind !== 'country').forEach(keep));
  for (const one of given) {
    if (one.kind !== 'country' || one.value === null) continue;
    const origin = { sku: one.sku, country: one.value };
    const answer = await shop.link.call(() => shop.account.declarations.setCountry(posting, origin));
    if (!answer.ok) return err(answer.error);
    transaction(db, () => {
      keep(one);
      if (answer.value.needsCustomsDeclaration)
        needDeclaration(db, posting, { sku: one.sku, kind: 'customs-declaration' }, now());
    });
  }
  await shop.reader.readPosting(posting);
  return ok(takeStock(db, posting, now()));
}

/** Brings queue and tasks in step with what is known now; answers what is still missing. */
function takeStock(db: BenchDatabase, number: PostingNumber, at: number): readonly Requirement[] {
  const known = getPosting(db, number)?.posting ?? null;
  if (known === null) return [];
  const posting = withDeclarations(db, known);
  transaction(db, () => {
    upsertPostings(db, [posting], at);
    askForMissing(db, posting, at);
  });
  return missingAtShop(posting);
}
