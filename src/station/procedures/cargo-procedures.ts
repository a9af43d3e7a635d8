import type { PaperOutcome } from '#contract/handover-procedures.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isHandoverActionOpen } from '../database/handover-actions.ts';
import { printPages } from '../documents/print-pages.ts';
import { fillCargo } from '../shop/fill-cargo.ts';
import { wordsOf } from '../shop/hand-over.ts';
import { type ActionContext, recordedAction } from '../shop/recorded-action.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

const LOOKS_BACK_MS = 7 * 86_400_000;
/** The shop may still be at what it was asked and never answered, ms. */
const STILL_AT_IT_MS = 120_000;

type Names =
  | 'cargo.list'
  | 'cargo.place'
  | 'cargo.create'
  | 'cargo.fill'
  | 'cargo.takeOut'
  | 'cargo.stack'
  | 'cargo.approve'
  | 'cargo.cancel'
  | 'cargo.print';

const task = 'cargo-unknown';

/** Boxes and pallets of trusted acceptance. */
export const cargoProcedures: Handlers<Names> = {
  'cargo.list': async (_, context) =>
    withShop(context, async ({ shop, now }) => {
      const since = now() - LOOKS_BACK_MS;
      const answer = await shop.link.call(() => shop.account.cargo.listPlaces(since));
      if (!answer.ok) return answer;
      return ok({ places: answer.value.map((place) => ({ ...place, steps: [...place.steps] })) });
    }),
  'cargo.place': async ({ id }, context) =>
    withShop(context, async ({ shop }) => {
      const answer = await shop.link.call(() => shop.account.cargo.getPlace(id));
      if (!answer.ok) return answer;
      const { steps, numbers, boxes, ...place } = answer.value;
      return ok({ ...place, steps: [...steps], numbers: [...numbers], boxes: [...boxes] });
    }),
  'cargo.create': async (wish, context) =>
    withShop(context, async (action) => {
      const asked = { subject: wish.warehouse, kind: 'cargo-create' } as const;
      // A box that was asked for and is not known may yet appear: another one now would be one too many.
      if (isHandoverActionOpen(action.db, asked, action.now() - STILL_AT_IT_MS))
        return err({ code: 'retry', afterMs: STILL_AT_IT_MS, detail: 'the one before may still appear' });
      const made = await recordedAction(
        { ...asked, detail: wish, task },
        ({ cargo }) => cargo.createPlace(wish),
        action,
      );
      return made.ok ? ok({ id: made.value }) : made;
    }),
  'cargo.fill': async ({ id, code }, context) =>
    withShop(context, (action) => fillCargo({ place: id, code }, action)),
  'cargo.takeOut': async ({ id, posting }, context) =>
    withShop(context, (action) =>
      underWay(
        recordedAction(
          { subject: id, kind: 'cargo-take-out', detail: { posting }, task },
          ({ cargo }) => cargo.fill(id, posting, false),
          action,
        ),
      ),
    ),
  'cargo.stack': async ({ pallet, box, isOn }, context) =>
    withShop(context, (action) =>
      underWay(
        recordedAction(
          { subject: pallet, kind: 'cargo-stack', detail: { box, isOn }, task },
          ({ cargo }) => cargo.stack(pallet, box, isOn),
          action,
        ),
      ),
    ),
  'cargo.approve': async ({ id }, context) =>
    withShop(context, (action) =>
      underWay(
        recordedAction(
          { subject: id, kind: 'cargo-approve', detail: {}, task },
          ({ cargo }) => cargo.approve(id),
          action,
        ),
      ),
    ),
  'cargo.cancel': async ({ id }, context) =>
    withShop(context, (action) =>
      underWay(
        recordedAction(
          { subject: id, kind: 'cargo-cancel', detail: {}, task },
          ({ cargo }) => cargo.cancel(id),
          action,
        ),
      ),
    ),
  'cargo.print': async ({ id, paper }, context) =>
    withShop<PaperOutcome>(context, async ({ shop }) => {
      const { cargo } = shop.account;
      const answer = await shop.link.call(() =>
        paper === 'label' ? cargo.getLabel(id) : cargo.getDocument(id),
      );
      if (!answer.ok) return answer;
      if (answer.value.state === 'not-ready') return ok({ outcome: 'not-ready' });
      return ok(await printPages({ name: `cargo-${id}-${paper}`, pdf: answer.value.pdf }, context));
    }),
};

async function withShop<Value>(
  { shop: shopOf, db, now, bench }: ProcedureContext,
  run: (action: ActionContext) => Promise<Result<Value, ShopFailure>>,
) {
  const shop = shopOf();
  if (shop === null) return failed('no-shop', 'cargo');
  const outcome = await run({ db, shop, now, actor: bench.actor?.id ?? '' });
  return outcome.ok ? ok(outcome.value) : failed('shop-failed', wordsOf(outcome.error));
}

async function underWay(
  asked: Promise<Result<'done' | 'under-way', ShopFailure>>,
): Promise<Result<{ isUnderWay: boolean }, ShopFailure>> {
  const outcome = await asked;
  return outcome.ok ? ok({ isUnderWay: outcome.value === 'under-way' }) : outcome;
}
