import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type OrderPlan, planOrders } from '#cli/packing-answers.ts';
import { PackingSet } from '#cli/packing-set.ts';
import { planFaults } from '#domain/cartonization/testing/plan-faults.ts';
import type { Figure, Measure } from '../figure.ts';
import { madeUpBoxes, mixedOrders, tightOrders } from '../made-up-orders.ts';
import { rounded, spreadOf } from '../percentiles.ts';
import { say } from '../say.ts';

/** Sets with the best that is known of each order; not part of the project. */
const setsDir =
  process.env.PACKBENCH_PACKING_SETS ?? resolve(import.meta.dirname, '../../../shared/bench/packing');

const mixedOrderCount = 300;
const tightOrderCount = 100;

const BestKnown = z.object({
  orders: z.record(z.string(), z.object({ boxes: z.number(), vol: z.number() })),
});
const Known = z.object({ orders: z.array(z.object({ id: z.string(), known: z.string().optional() })) });

/** A set, how it is packed, and the most orders in % that may be worse than the best known. */
type Run = {
  readonly set: string;
  readonly mode: 'default' | 'free';
  readonly budgetMs: number;
  readonly worseMax: number;
  readonly anchors?: string;
};

const runs: readonly Run[] = [
  {
    ...{ set: 'gen-mixed', mode: 'default', budgetMs: 20, worseMax: 1.5 },
    anchors: 'BoxPacker 10.7 % worse, skjolber 14.8 %, both with goods on fragile ones',
  },
  { set: 'gen-mixed', mode: 'free', budgetMs: 5, worseMax: 1.5, anchors: 'median 0.25 and 0.38 ms' },
  { set: 'gen-sizes', mode: 'default', budgetMs: 100, worseMax: 12 },
  { set: 'gen-sizes', mode: 'free', budgetMs: 50, worseMax: 4 },
  { set: 'gen-tight', mode: 'default', budgetMs: 50, worseMax: 60, anchors: 'BoxPacker 91.7 % worse' },
  { set: 'gen-tight', mode: 'free', budgetMs: 50, worseMax: 45, anchors: 'BoxPacker 91.7 % worse' },
  { set: 'real-4box', mode: 'default', budgetMs: 50, worseMax: 0.5 },
  { set: 'real-20box', mode: 'default', budgetMs: 50, worseMax: 0.3 },
  { set: 'issue-cases', mode: 'default', budgetMs: 50, worseMax: 0 },
];

/**
 * Packs sets of orders on this thread, by the time that the thread worked, and compares with the best known. Where the sets are not
 * there, orders that are made up here: how many are not proven to be best, and how many cut-up cartons are not found again.
 */
export const cartonization: Measure = {
  name: 'cartonization',
  what: 'cartons chosen for sets of orders',
  run: async () => {
    const figures = [...madeUpFigures()];
    for (const run of runs) {
      const file = join(setsDir, `${run.set}.json`);
      if (existsSync(file)) figures.push(figureOfSet(run, file));
      else say(`  ${run.set}: not there`);
    }
    return figures;
  },
};

function madeUpFigures(): Figure[] {
  const common = { format: 'packing-bench/1', objective: 'pack-all', boxes: madeUpBoxes };
  const mixed = PackingSet.parse({ ...common, set: 'mixed', orders: mixedOrders(mixedOrderCount) });
  const tightSet = tightOrders(tightOrderCount);
  const tight = PackingSet.parse({ ...common, set: 'tight', orders: tightSet });
  const mixedPlans = planOrders(mixed, { budgetMs: 20, mode: 'default', seed: 1, clock: 'cpu' });
  const tightPlans = planOrders(tight, { budgetMs: 50, mode: 'free', seed: 1, clock: 'cpu' });
  const unproven = mixedPlans.filter(({ plan }) => !(plan.kind === 'packed' && plan.isProvenBest));
  const lost = tightPlans.filter((one, at) => {
    const known = madeUpBoxes.find(({ id }) => id === tightSet[at]?.known);
    return known === undefined || one.boxes !== 1 || one.volumeMm3 > volumeOf(known.inner);
  });
  return [
    {
      what: 'made-up orders that are not proven to be packed best, default mode, 20 ms',
      ...{ value: shareOf(unproven.length, mixedPlans.length), unit: '%', goal: 15 },
      beside: besideOf(mixedPlans),
    },
    {
      what: 'cut-up cartons that are not found again, free mode, 50 ms',
      ...{ value: shareOf(lost.length, tightPlans.length), unit: '%', goal: 45 },
      beside: besideOf(tightPlans),
    },
  ];
}

function figureOfSet({ set: name, mode, budgetMs, worseMax, anchors }: Run, file: string): Figure {
  say(`  ${name}, ${mode} …`);
  const text = readFileSync(file, 'utf8');
  const set = PackingSet.parse(JSON.parse(text));
  const best = BestKnown.parse(JSON.parse(readFileSync(join(setsDir, 'best-known', `${name}.json`), 'utf8')));
  const knowns = Known.parse(JSON.parse(text)).orders.filter(({ known }) => known !== undefined).length;
  const plans = planOrders(set, { budgetMs, mode, seed: 1, clock: 'cpu' });
  const worse = plans.filter(({ order, boxes, volumeMm3 }) => {
    const known = best.orders[order.id];
    return known !== undefined && (boxes > known.boxes || (boxes === known.boxes && volumeMm3 > known.vol));
  });
  const volumeMm3 = plans.reduce((sum, plan) => sum + plan.volumeMm3, 0);
  const bestMm3 = plans.reduce((sum, { order }) => sum + (best.orders[order.id]?.vol ?? 0), 0);
  return {
    what: `${name}, orders worse than the best known, ${mode} mode, ${budgetMs} ms`,
    ...{ value: shareOf(worse.length, plans.length), unit: '%', goal: worseMax },
    beside: {
      ...besideOf(plans),
      excessVolumePct: rounded(100 * (volumeMm3 / bestMm3 - 1)),
      ...(knowns === 0 ? {} : { cutFromOneCarton: knowns }),
      ...(anchors === undefined ? {} : { anchors }),
    },
  };
}

function besideOf(plans: readonly OrderPlan[]): Figure['beside'] {
  const strict = plans.filter(({ mode }) => mode === 'default');
  const faulty = strict.filter(({ plan, request }) =>
    plan.kind === 'packed' ? planFaults(plan.packages, request.items, request.cartons).length > 0 : true,
  );
  return {
    orders: plans.length,
    boxes: plans.reduce((sum, { boxes }) => sum + boxes, 0),
    ...(strict.length === 0 ? {} : { faulty: faulty.length }),
    ms: spreadOf(plans.map(({ ms }) => ms)),
    firstAnswerMs: spreadOf(plans.map(({ firstMs }) => firstMs)),
  };
}

function shareOf(count: number, of: number): number {
  return rounded((100 * count) / of);
}

function volumeOf([a, b, c]: readonly number[]): number {
  return (a ?? 0) * (b ?? 0) * (c ?? 0);
}
