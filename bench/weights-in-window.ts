import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { launchPackbench } from '../scripts/window/launch-packbench.ts';
import { startBenchDevices, writeBenchFile } from './bench-setup.ts';
import { smallPlan } from './fill-database.ts';
import { say } from './say.ts';
import { seededBench } from './seeded-bench.ts';
import { casFrame, startStreamingScale } from './streaming-scale.ts';

// Runs inside a display: opens the application, streams weights to it, writes how long each took to be seen, ms.

const frames = 600;
const warmUpFrames = 80;
/** Eight frames a second, as such scales send them. */
const everyMs = 125;
const [runDir = '', timesFile = ''] = process.argv.slice(2);

const { home } = seededBench(smallPlan, runDir);
const devices = await startBenchDevices();
const scale = await startStreamingScale();
// A shop that nobody can reach: with none at all the window would offer to connect one.
const shop = { kind: 'ozon', url: 'http://127.0.0.1:9', clientId: '1', apiKey: 'none' };
const more = { shop, scale: { at: scale.at, protocol: 'cas-22' } };
const benchFile = writeBenchFile(join(runDir, 'bench.json'), devices, more);
const { app, page, close } = await launchPackbench({ home, benchFile });
await page.getByTestId('scale-weight').waitFor();
await scale.connected();
const electron = await app.evaluate(() => process.versions.electron ?? '');
await markPaintedWeights(page);
const ahead = await clockAhead(page);

/** When the frame of each weight was sent, ms of this process's clock; by the weight's digits. */
const sentMs = new Map<string, number>();
const startedMs = nowMs();
for (let n = 0; n < frames + warmUpFrames; n += 1) {
  await pause(Math.max(0, startedMs + n * everyMs - nowMs()));
  // No two alike, and every third one stable: the others are those of a pan that moves.
  const tenthsG = 10_001 + n * 10 + (n % 9);
  if (n >= warmUpFrames) sentMs.set(String(tenthsG), nowMs());
  if (!scale.send(casFrame(tenthsG, n % 3 === 0))) throw new Error('nobody is connected to the scale');
  if (n % 200 === 199) say(`  ${n + 1} frames`);
}
await page.waitForFunction(isPainted, [...sentMs.keys()].at(-1) ?? '');
const painted = await page.evaluate(paintedWeights);
await close();
await scale.close();
await devices.close();

const delaysMs = painted.flatMap(({ digits, paintedMs }) => {
  const sent = sentMs.get(digits);
  return sent === undefined ? [] : [paintedMs - ahead.ms - sent];
});
const skipped = sentMs.size - delaysMs.length;
writeFileSync(timesFile, JSON.stringify({ delaysMs, skipped, clocksWithinMs: ahead.withinMs, electron }));

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** From now on, each weight that the window shows is marked when its frame has been painted. */
async function markPaintedWeights(from: Page): Promise<void> {
  await from.evaluate(() => {
    const shown = document.querySelector('[data-testid="scale-weight"]');
    if (shown === null) throw new Error('the window shows no weight');
    new MutationObserver(() => {
      const digits = (shown.textContent ?? '').replaceAll(/\D/g, '');
      const mark = () => performance.mark('weight-painted', { detail: { digits } });
      requestAnimationFrame(() => requestAnimationFrame(mark));
    }).observe(shown, { childList: true, characterData: true, subtree: true });
  });
}

/** Runs in the window: has a weight of these digits been painted? */
function isPainted(digits: string): boolean {
  return performance
    .getEntriesByName('weight-painted')
    .some((mark) => mark instanceof PerformanceMark && mark.detail.digits === digits);
}

/** Runs in the window: every weight that was painted, and when, by the window's clock. */
function paintedWeights(): { digits: string; paintedMs: number }[] {
  return performance
    .getEntriesByName('weight-painted')
    .flatMap((mark) =>
      mark instanceof PerformanceMark
        ? [{ digits: String(mark.detail.digits), paintedMs: performance.timeOrigin + mark.startTime }]
        : [],
    );
}

/** By how much the window's clock is ahead of ours, from the quickest of many questions, and how far off that may be. */
async function clockAhead(of: Page): Promise<{ ms: number; withinMs: number }> {
  let best = { ms: 0, withinMs: Number.POSITIVE_INFINITY };
  for (let n = 0; n < 100; n += 1) {
    const askedMs = nowMs();
    const theirsMs = await of.evaluate(() => performance.timeOrigin + performance.now());
    const answeredMs = nowMs();
    const withinMs = (answeredMs - askedMs) / 2;
    if (withinMs < best.withinMs) best = { ms: theirsMs - askedMs - withinMs, withinMs };
  }
  return best;
}
