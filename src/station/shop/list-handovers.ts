import type { ProcedureOutput } from '#contract/procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { handoversOf } from '../database/handovers.ts';
import { localDayOf } from '../packing/local-day.ts';
import type { MethodDay } from './carriage-port.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { wordsOf } from './hand-over.ts';

/**
 * The handovers of a day ("YYYY-MM-DD"): all that the shop lists, whoever made them, the latest first, and after them those that
 * this bench approved on that day for another one. Without the shop it is this bench's own alone, and why.
 */
export async function listHandovers(
  day: string,
  {
    db,
    id,
    shop,
  }: {
    readonly db: BenchDatabase;
    /** Whose they are; null where it is not known, and then this bench has none either. */
    readonly id: ShopId | null;
    readonly shop: Pick<ConnectedShop, 'account' | 'link'> | null;
  },
): Promise<ProcedureOutput<'handover.list'>> {
  const own = id === null ? [] : handoversOf(db, id, localDayOf(day));
  const answer = await shop?.link.call(() => shop.account.carriages.listDay(day));
  const methods: readonly MethodDay[] = answer?.ok === true ? answer.value : [];
  const atOf = new Map(own.map(({ id, at }) => [id, at]));
  const listed = methods.flatMap(({ name, handovers }) =>
    handovers
      .toReversed()
      .map((handover) => ({ ...handover, method: name, at: atOf.get(handover.id) ?? null })),
  );
  const isListed = new Set(listed.map(({ id }) => id));
  const others = own
    .filter(({ id }) => !isListed.has(id))
    .map((one) => ({ ...one, method: '', status: null, shopStatus: '', volumeL: null }));
  return {
    methods: methods.map(({ handovers: _, problems, ...method }) => ({ ...method, problems: [...problems] })),
    handovers: [...listed, ...others],
    unread: answer === undefined || answer.ok ? null : wordsOf(answer.error),
  };
}
