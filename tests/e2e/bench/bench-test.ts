import { test as base } from '@playwright/test';
import { PackingPage } from '../pages/packing-page.ts';
import { type BenchWindow, type BenchWish, openBenchWindow } from './bench-window.ts';

/** A test that has a bench of its own, ready for scans, with the packing screen open. */
export const test = base.extend<{ wish: BenchWish; bench: BenchWindow; packing: PackingPage }>({
  wish: [{}, { option: true }],
  bench: async ({ wish }, use) => {
    const bench = await openBenchWindow(wish);
    await use(bench);
    await bench.close();
  },
  packing: async ({ bench }, use) => {
    const packing = new PackingPage(bench);
    await packing.isReady();
    await use(packing);
  },
});

export { expect } from '@playwright/test';
