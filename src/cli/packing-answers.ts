import { cartonSearch } from '#domain/cartonization/cartonize.ts';
import { type PackingSet, type SetOrder, toCartonRequest, toResultLine } from './packing-set.ts';

/** How long each order is searched, and under which rules. */
export type PackingLimits = ({ readonly budgetMs: number } | { readonly tries: number }) & {
  readonly mode: 'default' | 'free';
  readonly seed: number;
  /** `cpu` counts what this thread worked, which other programs on a busy machine do not change. */
  readonly clock: 'wall' | 'cpu';
};

/** Orders that are packed before the clock counts, so that the first one measured finds the program warm. */
const WARM_UP_ORDERS = 40;
const WARM_UP_MS = 20;

/** The answers to all orders of a set, in their order, on this thread. */
export function packingAnswers(set: PackingSet, limits: PackingLimits): object[] {
  const every = Math.ceil(set.orders.length / WARM_UP_ORDERS);
  const isTimed = 'budgetMs' in limits;
  for (const [at, order] of set.orders.entries())
    if (isTimed && at % every === 0)
      answer(order, set, { ...limits, budgetMs: Math.min(limits.budgetMs, WARM_UP_MS) });
  return set.orders.map((order) => answer(order, set, limits));
}

/** A budget ends the search once there is an answer at all. */
function answer(order: SetOrder, set: PackingSet, limits: PackingLimits): object {
  const budgetMs = 'budgetMs' in limits ? limits.budgetMs : Number.POSITIVE_INFINITY;
  const triesMax = 'tries' in limits ? limits.tries : Number.POSITIVE_INFINITY;
  const { mode, seed } = limits;
  const nowMs = limits.clock === 'cpu' ? workedMs : () => performance.now();
  const startedAt = nowMs();
  const search = cartonSearch({ ...toCartonRequest(order, set), mode, seed, triesMax });
  let firstMs: number | null = null;
  for (let isOpen = true; isOpen; ) {
    isOpen = search.step();
    const ms = nowMs() - startedAt;
    if (firstMs === null && search.hasPlan()) firstMs = ms;
    if (ms >= budgetMs && firstMs !== null) break;
  }
  const plan = search.plan();
  const ms = nowMs() - startedAt;
  if (plan === null) throw new Error(`${order.id}: the search ended without an answer`);
  return toResultLine(order, plan, ms, firstMs ?? ms);
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
