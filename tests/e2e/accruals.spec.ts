import { readFile } from 'node:fs/promises';
import { expect, test } from './bench/bench-test.ts';

for (const language of ['en', 'ru', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ wish: { language } });
    test('a lead sees what the shop charges to the last digit, and saves it', async ({ bench, packing }) => {
      const { page, shop } = bench;
      const { posting } = await packing.openNew({ shape: 'single' });
      await shop.charges(posting, '2026-11-20', '-1234.5600');
      await shop.charges(posting, '2026-11-20', '0.01');
      await page.keyboard.press('Alt+Digit6');
      // Whoever only packs is not shown money.
      await expect(page.getByTestId('after-sale-tab-accruals')).toHaveCount(0);
      expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
      expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
      await page.keyboard.press('Alt+Digit6');
      await page.getByTestId('after-sale-tab-accruals').click();
      await page.locator('input[type=date]').fill('2026-11-20');
      const point = language === 'ru' ? ',' : '.';
      await expect(page.getByTestId('accruals-sum')).toContainText(`−1\u202f234${point}55\u00a0RUB`);
      await page.getByTestId('accruals-by-postings').click();
      await page.getByRole('textbox').fill(`${posting}, 1-1-1`);
      await page.getByTestId('accruals-show').click();
      await expect(page.getByTestId(`accrual-${posting}`)).toContainText(`−1\u202f234${point}55`);
      await page.getByTestId('accruals-export').click();
      const file = (await page.getByTestId('accruals-file').textContent())?.match(/\/.*\.csv/)?.[0];
      expect(await readFile(file ?? '', 'utf8')).toContain(`"${posting}","Логистика","","1",-1234.56,"RUB"`);
    });
  });
}
