import { cartonSearch, fullestLoad } from '#domain/cartonization/cartonize.ts';
import { loadLine, type PackingSet, type SetOrder, toCartonRequest, toResultLine } from './packing-set.ts';

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
  const { mode, seed, clock } = limits;
  const nowMs = clock === 'cpu' ? workedMs : () => performance.now();
  const startedAt = nowMs();
  const passed = (): number => nowMs() - startedAt;
  const triesMax = 'tries' in limits ? limits.tries : Number.POSITIVE_INFINITY;
  const request = { ...toCartonRequest(order, set), mode, seed, triesMax };
  if (set.objective === 'knapsack') {
    const [carton] = request.cartons;
    if (carton === undefined) throw new Error(`${order.id}: no box`);
    const search = fullestLoad({ ...request, carton });
    const firstMs = stepUntil(limits, passed, { step: search.step, hasAnswer: () => search.load() !== null });
    const load = search.load();
    return loadLine(order, load === null ? [] : [load], { ms: passed(), firstMs });
  }
  const search = cartonSearch(request);
  const firstMs = stepUntil(limits, passed, { step: search.step, hasAnswer: search.hasPlan });
  const plan = search.plan();
  if (plan === null) throw new Error(`${order.id}: the search ended without an answer`);
  return toResultLine(order, plan, { ms: passed(), firstMs });
}

/** Steps until the budget is used up or nothing is left to try; answers when the first answer was there, in ms. */
function stepUntil(
  limits: PackingLimits,
  passed: () => number,
  { step, hasAnswer }: { step: () => boolean; hasAnswer: () => boolean },
): number {
  const budgetMs = 'budgetMs' in limits ? limits.budgetMs : Number.POSITIVE_INFINITY;
  let firstMs: number | null = null;
  for (let isOpen = true; isOpen; ) {
    isOpen = step();
    const ms = passed();
    if (firstMs === null && hasAnswer()) firstMs = ms;
    if (ms >= budgetMs && firstMs !== null) break;
  }
  return firstMs ?? passed();
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
