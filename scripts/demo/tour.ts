import { expect } from '../window/patient-expect.ts';
import type { DemoWindow } from './demo-window.ts';
import type { Pictures } from './pictures.ts';

const settingsSections = ['devices', 'shop', 'rules', 'cartons', 'people', 'window'] as const;

/** The first start: one question, and the demo is a press away. Settles when the demo's bench takes scans. */
export async function startTheDemo(window: DemoWindow, pictures: Pictures): Promise<void> {
  const start = window.page.getByTestId('start-demo');
  await expect(start).toBeVisible();
  await pictures.take('first-start', 'en');
  await start.click();
  await window.isReady();
  await pictures.take('ready', 'en', { withPanel: true });
}

/** The lead signs in by badge and looks at every screen; afterwards the shift screen is open. */
export async function lookAround(window: DemoWindow, pictures: Pictures): Promise<void> {
  const { page } = window;
  await page.getByRole('button', { name: /Anna/ }).click();
  await page.getByRole('menuitem').click();
  await expect(page.getByTestId('sign-in')).toBeVisible();
  await pictures.take('sign-in', 'en');
  await window.scan('PB-BADGE-L1', 'keyboard');
  await window.open('queue');
  await page.getByTestId('queue-look-table').click();
  await pictures.take('queue-as-table', 'en');
  await page.getByTestId('queue-look-timeline').click();
  await window.open('settings');
  for (const section of settingsSections) {
    await page.getByTestId(`settings-${section}`).click();
    await pictures.take(`settings-${section}`, 'en');
  }
  await window.open('shift');
  await expect(page.getByTestId('export-xlsx')).toBeVisible();
  await pictures.take('shift', 'en');
}
