import { writeFile } from 'node:fs/promises';
import { test } from '@playwright/test';
import { expect } from './bench-test.ts';
import type { BenchWindow } from './bench-window.ts';
import { unfitTexts } from './unfit-texts.ts';

const languages = ['ru', 'zh-CN', 'en'] as const;

/** With `PACKBENCH_PICTURES=1920x1080` each look is kept as a picture of that size in the test's output folder. */
export const pictureSize = process.env.PACKBENCH_PICTURES;

/**
 * Expects every text of what the window shows to be seen whole, in each language; the window speaks English afterwards. It
 * goes on after a finding, so that one run names them all.
 */
export async function lookAt(bench: BenchWindow, name: string): Promise<void> {
  const { page } = bench;
  await page.mouse.move(0, 0);
  for (const language of languages) {
    await speak(bench, language);
    const look = `${name}-${language}`;
    if (pictureSize !== undefined) await takePicture(bench, test.info().outputPath(`${look}.png`));
    expect.soft(await page.evaluate(unfitTexts), look).toEqual([]);
  }
}

/** The window in this language, as after a press on its language menu, which a dialog may cover. */
async function speak({ page }: BenchWindow, language: (typeof languages)[number]): Promise<void> {
  await page.evaluate(
    (input) =>
      (globalThis as unknown as { packbench: { request(frame: unknown): void } }).packbench.request({
        ...{ id: 1_000_000_000, procedure: 'bench.setLanguage', input },
      }),
    { language },
  );
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** The window as Electron itself paints it. */
async function takePicture({ app, page }: BenchWindow, file: string): Promise<void> {
  // What was painted last may still be the language before.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const png = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
  );
  await writeFile(file, Buffer.from(png ?? '', 'base64'));
}
