import { verdictSentence } from '#contract/texts/sentences.ts';
import { PostingNumber } from '#domain/ids.ts';
import { accepted } from '#domain/packing/verdict.ts';
import { expect, test } from './bench/bench-test.ts';

for (const language of ['en', 'ru', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ wish: { language } });

    test(`a posting is packed from its first scan to its closed label (${language})`, async ({
      bench,
      packing,
    }) => {
      const order = await packing.openNew({ shape: 'severalItems' });
      const units = order.units.length;
      const posting = PostingNumber.parse(order.posting);
      await expect(packing.page.locator('html')).toHaveAttribute('lang', language);
      await expect(packing.verdict).toContainText(
        verdictSentence(language, accepted('posting-opened', { posting })),
      );
      await packing.showsCount(0, units);
      await packing.packUnits({ ...order, units: order.units.slice(0, 1) });
      await packing.showsCount(1, units);
      await packing.packUnits({ ...order, units: order.units.slice(1) });
      await packing.finish(order);
      await expect(packing.verdict).toContainText(
        verdictSentence(language, accepted('posting-closed', { posting })),
      );
      expect(bench.tray.labels()).toHaveLength(1);
    });
  });
}

test('a scanner on the network, an item without its posting, several units: the same road', async ({
  bench,
  packing,
}) => {
  // Due in an hour, so it is the most urgent posting that needs the item.
  const [number = ''] = await bench.shop.add({
    shape: 'severalUnits',
    cutoffAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await packing.isKnown(number);
  const order = await packing.orderOf(number);
  const [first] = order.units;
  const opened = await packing.after(() => void bench.scanner.scan(first?.code ?? ''));
  expect(opened.kind).toBe('accepted');
  await expect(packing.posting).toHaveAttribute('data-posting', number);
  await packing.showsCount(1, order.units.length);
  await packing.packUnits({ ...order, units: order.units.slice(1) });
  await packing.finish(order);
});

test('a unit that needs a marking code is not taken without it, nor with one that was used', async ({
  bench,
  packing,
}) => {
  const product = (await bench.shop.products()).find(({ marked }) => marked);
  const sku = product?.sku ?? 0;
  const order = await packing.openNew({ lines: [{ sku, quantity: 2 }] });
  const asked = await packing.scan(product?.barcodes[0] ?? '');
  expect(asked).toMatchObject({ kind: 'question', code: 'scan-marking-code' });
  await packing.showsCount(0, 2);
  const [one, two] = order.units;
  expect((await packing.scan(one?.code ?? '')).kind).toBe('accepted');
  expect((await packing.scan(one?.code ?? '')).code).toBe('marking-code-used');
  await packing.showsCount(1, 2);
  expect((await packing.scan(two?.code ?? '')).kind).toBe('accepted');
  await packing.finish(order);
});
