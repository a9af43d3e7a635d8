import type { CargoScan } from '#contract/cargo-procedures.ts';
import { ok, type Result } from '#domain/result.ts';
import { shopNumbersByCode } from '../database/find-postings.ts';
import { notToGo } from '../database/handovers.ts';
import { type ActionContext, recordedAction } from './recorded-action.ts';
import type { ShopFailure } from './seller-account.ts';

/**
 * Puts the posting whose label or number was scanned into a box or pallet. What must not leave is turned away here, before the
 * shop is asked; what lies in it already is not put in again.
 */
export async function fillCargo(
  { place, code }: { readonly place: string; readonly code: string },
  context: ActionContext,
): Promise<Result<CargoScan, ShopFailure>> {
  const [number, ...others] = shopNumbersByCode(context.db, code);
  if (number === undefined || others.length > 0) return ok({ outcome: 'unknown-code' });
  const why = notToGo(context.db, number);
  if (why !== null) return ok({ outcome: 'not-to-go', number, why });
  const outcome = await recordedAction(
    { subject: place, kind: 'cargo-fill', detail: { number }, task: 'cargo-unknown' },
    ({ cargo }) => cargo.fill(place, number, true),
    context,
  );
  if (!outcome.ok) return outcome;
  return ok({ outcome: 'in', number, isUnderWay: outcome.value === 'under-way' });
}
