import { describe, expect, it } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { upsertProducts } from '../database/products.ts';
import { transaction } from '../database/transaction.ts';
import type { CartonAnswer, CartonJob } from './carton-jobs.ts';
import { type CartonPlanner, createCartonPlanner } from './carton-planner.ts';
import { createPackagePictures } from './package-pictures.ts';
import { createCartonPlanning } from './plan-cartons.ts';
import { barcodeOf, openTestBench, sampleBenchFile } from './testing/test-bench.ts';

const number = samplePosting().number;

/** A planner that answers when the test says so. */
function heldPlanner() {
  const asked: { job: CartonJob; answer: (answer: CartonAnswer | null) => void }[] = [];
  const planner: CartonPlanner = {
    ask: (job) => new Promise((resolve) => asked.push({ job, answer: resolve })),
    close: async () => undefined,
  };
  return { planner, asked };
}

function openPlanning(planner: CartonPlanner, shippedBefore = false) {
  const at = openTestBench();
  at.know(samplePosting(shippedBefore ? { status: 'packed' } : {}));
  const pictures = createPackagePictures(planner, () => undefined);
  const plan = createCartonPlanning({ bench: at.bench, benchFile: () => sampleBenchFile, planner, pictures });
  at.scan(number);
  return { at, plan };
}

const each = (...skus: (typeof mug)[]): CartonAnswer => ({
  packages: skus.map((sku) => ({
    carton: 'S',
    placements: [{ sku, atMm: [0, 0, 0], sizeMm: [90, 90, 95] }],
    fillerG: 1,
    fillerMl: 1,
  })),
});

describe('the carton plan', () => {
  it('is asked for once, and taken though units were scanned meanwhile', async () => {
    const { planner, asked } = heldPlanner();
    const { at, plan } = openPlanning(planner);
    plan();
    at.scan(barcodeOf.get(mug) ?? '');
    plan();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(each(mug, mug, towel));
    await expect.poll(() => at.bench.onBench?.session.packages.length).toBe(3);
    expect(at.bench.onBench?.session.packages[0]?.units).toHaveLength(1);
  });

  it('is thrown away and asked for anew when the package in hand was ended meanwhile', async () => {
    const { planner, asked } = heldPlanner();
    const { at, plan } = openPlanning(planner);
    plan();
    at.scan(barcodeOf.get(mug) ?? '');
    at.scan('PB-SPLIT');
    asked[0]?.answer(each(mug, mug, towel));
    await expect.poll(() => asked).toHaveLength(2);
    expect(asked[1]?.job.items).toHaveLength(2);
    asked[1]?.answer(each(mug, towel));
    await expect.poll(() => at.bench.onBench?.session.packages.length).toBe(3);
  });

  it('is made anew when the shop corrects a size meanwhile', async () => {
    const { planner, asked } = heldPlanner();
    const { at, plan } = openPlanning(planner);
    plan();
    at.scan(barcodeOf.get(towel) ?? '');
    const product = at.bench.onBench?.products.get(mug);
    if (product === undefined) throw new Error('no mug');
    const sizeMm = [200, 200, 200] as const;
    transaction(at.db, () =>
      upsertProducts(at.db, samplePosting().shop, [{ product: { ...product, sizeMm }, codes: [] }], at.now()),
    );
    at.bench.refreshPosting();
    asked[0]?.answer(each(mug, mug, towel));
    await expect.poll(() => asked).toHaveLength(2);
    expect(JSON.stringify(asked[1]?.job.items)).toContain('200');
  });

  it('never makes several parcels of what the shop has one label for', async () => {
    const { planner, asked } = heldPlanner();
    const { at, plan } = openPlanning(planner, true);
    plan();
    asked[0]?.answer(each(mug, mug, towel));
    await expect.poll(() => at.bench.onBench?.session.isPlanned).toBe(true);
    expect(at.bench.onBench?.session.packages).toHaveLength(1);
  });

  it('is not made up when the planner is closed over the question', async () => {
    const planner = createCartonPlanner();
    const { at, plan } = openPlanning(planner);
    plan();
    await planner.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(at.bench.onBench?.session.isPlanned).toBe(false);
  });
});
