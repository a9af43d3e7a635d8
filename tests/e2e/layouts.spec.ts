import { test as benchTest, expect } from './bench/bench-test.ts';
import { type OwnDisplay, openOwnDisplay } from './bench/own-display.ts';

// Real key presses on a real X server: what a layout makes of them is the computer's doing, not the test's.

const test = benchTest.extend<{ display: OwnDisplay }>({
  display: async ({ playwright: _ }, use) => {
    const display = await openOwnDisplay();
    await use(display);
    await display.close();
  },
  wish: async ({ display }, use) => use({ display: display.name }),
});

test('the computer’s layout may change between two scans, and every code is read as it is', async ({
  packing,
  display,
}) => {
  const layouts = ['us', 'ru', 'de', 'fr'] as const;
  const marked = (await packing.bench.shop.products()).filter((product) => product.marked);
  const [product] = marked.toSorted((a, b) => a.weightG - b.weightG);
  // Marking codes hold every kind of sign, and separators that are typed as Ctrl and ].
  const order = await packing.openNew({
    lines: [{ sku: product?.sku ?? 0, quantity: layouts.length + 1 }],
  });
  await display.focusWindow();
  const typed = (text: string) => packing.after(() => display.scan(text));
  for (const [n, layout] of layouts.entries()) {
    await display.switchTo(layout);
    expect((await typed(order.units[n]?.code ?? '')).code, layout).toBe('unit-packed');
    await packing.showsCount(n + 1, layouts.length + 1);
  }
  await display.switchTo('ru');
  await display.capsLock();
  expect((await typed(order.units.at(-1)?.code ?? '')).code).toBe('package-complete');
  await display.capsLock();
  await packing.finish(order);
});
