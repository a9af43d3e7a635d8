import {
  type CartonPlan,
  type CartonRequest,
  cartonSearch,
  fullestLoad,
} from '#domain/cartonization/cartonize.ts';
import {
  loadLine,
  type OrderTimes,
  type PackingSet,
  type SetOrder,
  toCartonRequest,
  toResultLine,
} from './packing-set.ts';

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

/** The plan for one order, what was asked, and how long it took in ms. */
export type OrderPlan = OrderTimes & {
  readonly order: SetOrder;
  readonly request: ReturnType<typeof toCartonRequest>;
  readonly mode: PackingLimits['mode'];
  readonly plan: CartonPlan;
  readonly boxes: number;
  /** Inner volume of all boxes. */
  readonly volumeMm3: number;
};

/** The answers to all orders of a set as lines of `packing-result/1`, on this thread. */
export function packingAnswers(set: PackingSet, limits: PackingLimits): object[] {
  if (set.objective === 'pack-all')
    return planOrders(set, limits).map((planned) => toResultLine(planned.order, planned.plan, planned));
  return set.orders.map((order) => loadOrder(order, set, limits));
}

/** The plans for all orders of a set, in their order, on this thread. */
export function planOrders(set: PackingSet, limits: PackingLimits): OrderPlan[] {
  const every = Math.ceil(set.orders.length / WARM_UP_ORDERS);
  for (const [at, order] of set.orders.entries())
    if ('budgetMs' in limits && at % every === 0)
      planOrder(order, set, { ...limits, budgetMs: Math.min(limits.budgetMs, WARM_UP_MS) });
  return set.orders.map((order) => planOrder(order, set, limits));
}

/** A budget ends the search once there is an answer at all. */
function planOrder(order: SetOrder, set: PackingSet, limits: PackingLimits): OrderPlan {
  const passed = stopwatch(limits);
  const request = toCartonRequest(order, set);
  const search = cartonSearch({ ...request, ...engineLimits(limits) });
  const firstMs = stepUntil(limits, passed, { step: search.step, hasAnswer: search.hasPlan });
  const plan = search.plan();
  const ms = passed();
  if (plan === null) throw new Error(`${order.id}: the search ended without an answer`);
  const packages = plan.kind === 'packed' ? plan.packages : [];
  const volumesMm3 = packages.map(({ carton }) => {
    const [x, y, z] = request.cartons.find(({ code }) => code === carton)?.innerMm ?? [0, 0, 0];
    return x * y * z;
  });
  const volumeMm3 = volumesMm3.reduce((sum, mm3) => sum + mm3, 0);
  return { order, request, mode: limits.mode, plan, boxes: packages.length, volumeMm3, ms, firstMs };
}

/** One box as full as it gets. */
function loadOrder(order: SetOrder, set: PackingSet, limits: PackingLimits): object {
  const passed = stopwatch(limits);
  const { items, cartons } = toCartonRequest(order, set);
  const [carton] = cartons;
  if (carton === undefined) return loadLine(order, [], { ms: 0, firstMs: 0 });
  const search = fullestLoad({ items, carton, ...engineLimits(limits) });
  const firstMs = stepUntil(limits, passed, { step: search.step, hasAnswer: () => search.load() !== null });
  const load = search.load();
  return loadLine(order, load === null ? [] : [load], { ms: passed(), firstMs });
}

function engineLimits(limits: PackingLimits): Pick<CartonRequest, 'mode' | 'seed' | 'triesMax'> {
  const { mode, seed } = limits;
  return { mode, seed, triesMax: 'tries' in limits ? limits.tries : Number.POSITIVE_INFINITY };
}

/** Says how many ms have passed since it was made. */
function stopwatch({ clock }: PackingLimits): () => number {
  const nowMs = clock === 'cpu' ? workedMs : () => performance.now();
  const startedAt = nowMs();
  return () => nowMs() - startedAt;
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
