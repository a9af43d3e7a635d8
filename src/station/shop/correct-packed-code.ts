import type { BenchFile } from '#contract/bench-file.ts';
import type { CorrectionOutcome } from '#contract/correction-procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { type CodeKind, correctCode, withCorrection } from '#domain/packing/correct-code.ts';
import type { Package, Unit } from '#domain/packing/session.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { Bench } from '../packing/bench.ts';
import { createLookups } from '../packing/lookups.ts';
import { meaningOf } from '../packing/scan-reader.ts';
import type { KnownSession } from '../packing/session-record.ts';
import { ownFacts, unitsToTell } from '../packing/units-to-tell.ts';
import { askOnRecord } from './ask-on-record.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { Correction } from './correction-port.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';

export type CorrectionRequest = {
  readonly posting: PostingNumber;
  readonly unit: number;
  readonly kind: CodeKind;
  /** As it came from the scanner or was typed. */
  readonly scan: string;
  /** The lead who corrects it. */
  readonly actor: string;
};

type Context = {
  readonly db: BenchDatabase;
  readonly bench: Pick<Bench, 'sessionOf' | 'happen'>;
  readonly benchFile: () => BenchFile;
  readonly shop: Pick<ConnectedShop, 'account'> & { readonly link: Pick<ConnectedShop['link'], 'call'> };
  readonly now: () => number;
};

/** Among the shop's words two of our own, for what is no failure of the shop's. */
const REFUSED = 'CODE_REFUSED';
const CHECKING = 'CHECKING';

/**
 * Puts another code in place of one of a packed unit: judged as while packing, asked about at the shop, then handed over with the
 * full set of that package and taken over. Noted with who and when before the shop is asked; the session and the used codes change
 * with the note that it is done. Where nobody knows whether it counted it is a task; the same again first looks.
 */
export async function correctPackedCode(
  request: CorrectionRequest,
  context: Context,
): Promise<Result<CorrectionOutcome, ShopFailure>> {
  const { db, bench, benchFile, shop, now } = context;
  const { posting, kind, actor } = request;
  const known = bench.sessionOf(posting);
  const found = known === null ? null : packedUnit(known, request.unit);
  if (known === null || found === null)
    return err({ code: 'refused', shopCode: 'NOT_PACKED', detail: posting });
  const { parcel, unit, shopPosting } = found;
  const lookups = createLookups(db, benchFile, () => known.session.shop);
  const meaning = meaningOf(request.scan, lookups);
  const judged = correctCode(known.session, unit, kind, meaning, lookups.markingUsedBy);
  if (!judged.ok) return ok({ outcome: 'rejected', code: judged.error, words: '' });
  const corrected = withCorrection(unit, judged.value);
  const doubt = await checkAtShop(shop, shopPosting, corrected);
  if (doubt !== null) return doubt;
  const packages = [{ ...parcel, units: parcel.units.map((one) => (one.id === unit.id ? corrected : one)) }];
  const units = unitsToTell(db, { posting, packages });
  const answer = await askOnRecord(
    {
      ...{ posting: shopPosting, kind: 'correct-code', actor },
      detail: { posting, unit: unit.id, kind, code: request.scan },
      call: () => counted(shop.account.corrections.correct(shopPosting, units)),
      whenDone: () => {
        bench.happen(known.id, [judged.value], actor);
        return null;
      },
      task: { kind: 'code-unknown', subject: shopPosting, facts: { unit: unit.id, kind } },
    },
    { db, shop, now },
  );
  if (answer.ok) return ok({ outcome: 'done' });
  const { error } = answer;
  if (error.code === 'refused' && error.shopCode === REFUSED)
    return ok({ outcome: 'rejected', code: 'marking-code-refused', words: error.detail });
  if (error.code === 'retry' && error.detail === CHECKING) return ok({ outcome: 'checking' });
  return answer;
}

function packedUnit({ session }: KnownSession, id: number) {
  const parcel = session.packages.find(({ units }) => units.some((unit) => unit.id === id));
  const unit = parcel?.units.find((one) => one.id === id);
  const shopPosting = parcel?.shopPosting ?? null;
  return parcel === undefined || unit === undefined || shopPosting === null
    ? null
    : ({ parcel, unit, shopPosting } satisfies { parcel: Package; unit: Unit; shopPosting: PostingNumber });
}

/** Null where nothing speaks against it. A key that may not ask loses only this early word. */
async function checkAtShop(
  shop: Context['shop'],
  shopPosting: PostingNumber,
  unit: Unit,
): Promise<Result<CorrectionOutcome, ShopFailure> | null> {
  const facts = [{ sku: unit.sku, ...ownFacts(unit) }];
  const answer = await shop.link.call(() => shop.account.checkMarkings(shopPosting, facts));
  if (!answer.ok) return answer.error.code === 'unauthorized' ? null : answer;
  const words = [...new Set(answer.value.flatMap(({ reasons }) => reasons))].join(', ');
  return answer.value.length === 0 ? null : ok({ outcome: 'rejected', code: 'marking-code-refused', words });
}

/** Only what is done is noted as done. */
async function counted(asked: ShopAnswer<Correction>): ShopAnswer<void> {
  const answer = await asked;
  if (!answer.ok) return answer;
  const { value } = answer;
  switch (value.state) {
    case 'done':
      return ok(undefined);
    case 'checking':
      return err({ code: 'retry', afterMs: null, detail: CHECKING, isPause: true });
    case 'refused': {
      const detail = [...new Set(value.codes.flatMap(({ reasons }) => reasons))].join(', ');
      return err({ code: 'refused', shopCode: REFUSED, detail });
    }
  }
}
