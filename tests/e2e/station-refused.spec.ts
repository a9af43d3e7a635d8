import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { takeOwnerLock } from '#station/database/owner-lock.ts';
import { launchPackbench, type RunningPackbench } from './launch.ts';

let home: string;
let packbench: RunningPackbench;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'packbench-e2e-'));
});
test.afterEach(async () => {
  await packbench.close();
  await rm(home, { recursive: true, force: true });
});

test('a bench file with a mistake is said at once, with its place, and starts when it is put right', async () => {
  const benchFile = join(home, 'bench.json');
  await writeFile(benchFile, '{"bench":"B1","language":"ru","scale":{"at":"sim:","protocol":"guess"}}');
  packbench = await launchPackbench({ home, benchFile });
  const { page } = packbench;
  const status = page.getByTestId('station-status');
  await expect(status).toHaveAttribute('data-status', 'gave-up');
  await expect(status).toHaveAttribute('data-problem', 'bench-file-invalid');
  await expect(status).toHaveAttribute('data-restarts', '0');
  await expect(status).toContainText('scale.protocol');
  await expect(status).toContainText(benchFile);
  await writeFile(benchFile, '{"bench":"B1"}');
  await status.getByRole('button').click();
  await expect(status).toHaveAttribute('data-status', 'up');
  await expect(page.getByTestId('first-start')).toBeVisible();
});

test('a damaged database is left alone, and the window says what goes on from here', async () => {
  await writeFile(join(home, 'bench.sqlite'), 'this is no database at all'.repeat(500));
  packbench = await launchPackbench({ home });
  const status = packbench.page.getByTestId('station-status');
  await expect(status).toHaveAttribute('data-status', 'gave-up');
  await expect(status).toHaveAttribute('data-problem', 'damaged');
  await expect(status).toContainText('packbench recover --how restore');
});

test('a bench that another process has open is said to be open, after a few tries', async () => {
  const lock = takeOwnerLock(home);
  if (!lock.ok) throw new Error(lock.error.code);
  packbench = await launchPackbench({ home });
  const status = packbench.page.getByTestId('station-status');
  await expect(status).toHaveAttribute('data-status', 'gave-up');
  await expect(status).toHaveAttribute('data-problem', 'in-use');
  await expect(status).toHaveAttribute('data-restarts', '3');
  lock.value.release();
  await status.getByRole('button').click();
  await expect(status).toHaveAttribute('data-status', 'up');
});
