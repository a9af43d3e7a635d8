import type { Language } from '#contract/language.ts';
import { expect, test } from './bench/bench-test.ts';
import { ShiftPage } from './pages/shift-page.ts';

const pauses: Readonly<Record<Language, RegExp>> = {
  en: /Everything: The shop wants a pause until \d/,
  ru: /Всё: Маркетплейс просит подождать до \d/,
  'zh-CN': /全部: 平台要求暂停至 \d/,
};

for (const language of ['en', 'ru', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ wish: { language } });

    test('the shift screen says that the shop wants a pause, and until when', async ({ bench, packing }) => {
      await bench.shop.play({ kind: '429', retryAfterS: 600 });
      await new ShiftPage(bench.page).open();
      await expect(bench.page.getByTestId('traffic')).toContainText(pauses[language]);
      // A shop that wants a pause is there.
      await expect(packing.shopState).toHaveAttribute('data-state', 'online');
    });
  });
}

test('the shift screen says when a shop that is away is tried next, and a dead key waits for a new one', async ({
  bench,
  packing,
}) => {
  const traffic = bench.page.getByTestId('traffic');
  await new ShiftPage(bench.page).open();
  await expect(traffic).toContainText('Nothing waits.');
  await bench.shop.setKey({ deactivated: true });
  await expect(packing.shopState).toHaveAttribute('data-state', 'unauthorized');
  await expect(traffic).toContainText('does not take the key');
  await bench.closeShop();
  await expect(packing.shopState).toHaveAttribute('data-state', 'offline');
  await expect(traffic).toContainText(/does not answer\. Next try \d/);
});
