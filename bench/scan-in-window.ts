import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { plugInKeyboardScanner } from '../scripts/window/keyboard-scanner.ts';
import { launchPackbench } from '../scripts/window/launch-packbench.ts';
import { startBenchDevices, writeBenchFile } from './bench-setup.ts';
import { smallPlan } from './fill-database.ts';
import { barcodeFor, postingNo, strangerTo } from './made-up-goods.ts';
import { say } from './say.ts';
import { seededBench } from './seeded-bench.ts';

// Runs inside a display: opens the application, scans by keyboard, writes the times (ms) into a file.

const scans = 600;
const warmUpScans = 40;
const [runDir = '', timesFile = ''] = process.argv.slice(2);

const { home, firstCutoffAt } = seededBench(smallPlan, runDir);
const devices = await startBenchDevices();
// A shop that nobody can reach: with none at all the window would offer to connect one.
const shop = { kind: 'ozon', url: 'http://127.0.0.1:9', clientId: '1', apiKey: 'none' };
const benchFile = writeBenchFile(join(runDir, 'bench.json'), devices, { shop });
const { app, page, close } = await launchPackbench({ home, benchFile });
await page.getByTestId('verdict').waitFor();
const keyboard = await plugInKeyboardScanner(app);
const electron = await app.evaluate(() => process.versions.electron ?? '');

const posting = postingNo(0, 'to-pack', firstCutoffAt);
const unit = barcodeFor(posting.lines[0]?.sku ?? '');
const around = [strangerTo(posting), 'PB-OK', unit, 'PB-UNDO'];
const windowMs: number[] = [];
const scannerMs: number[] = [];
await scanOnce(posting.number);
for (let n = 0; n < scans + warmUpScans; n += 1) {
  const { sinceReceivedMs, sinceFirstKeyMs } = await scanOnce(around[n % around.length] ?? '');
  if (n >= warmUpScans) {
    windowMs.push(sinceReceivedMs);
    scannerMs.push(sinceFirstKeyMs);
  }
  if (n % 100 === 99) say(`  ${n + 1} scans`);
}
await close();
await devices.close();
writeFileSync(timesFile, JSON.stringify({ windowMs, scannerMs, electron }));

/** Types a code and waits until the window has painted the answer to it. */
async function scanOnce(text: string): Promise<{ sinceReceivedMs: number; sinceFirstKeyMs: number }> {
  const before = await page.evaluate(paintedSeq);
  await noteFirstKey(page);
  await keyboard.scan(text);
  await page.waitForFunction((seen) => {
    const last = performance.getEntriesByName('verdict-painted').at(-1);
    return last instanceof PerformanceMark && last.detail.seq > seen;
  }, before);
  return page.evaluate(() => {
    const lastMs = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
    const paintedMs = lastMs('verdict-painted');
    return {
      sinceReceivedMs: paintedMs - lastMs('scan-received'),
      sinceFirstKeyMs: paintedMs - lastMs('first-key'),
    };
  });
}

/** Runs in the window: the number of the last verdict that was painted. */
function paintedSeq(): number {
  const last = performance.getEntriesByName('verdict-painted').at(-1);
  return last instanceof PerformanceMark ? last.detail.seq : 0;
}

/** Marks the next key that the window gets: the scan's first. */
async function noteFirstKey(from: Page): Promise<void> {
  await from.evaluate(() => {
    const mark = ({ timeStamp }: KeyboardEvent) => performance.mark('first-key', { startTime: timeStamp });
    addEventListener('keydown', mark, { capture: true, once: true });
  });
}
