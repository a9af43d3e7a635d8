// npm run demo: a shift at a packing bench in the real application, driven by simulated scans, with everything that
// came out of it left in demo-output/. Ends with 0 only when all of it happened. --update-docs renews the README's picture.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildWhenStale } from '../build/build-when-stale.ts';
import { ensureElectronRuntime } from '../ground/electron-runtime.ts';
import { runDemoShift } from './demo-shift.ts';
import { DemoWindow } from './demo-window.ts';
import { keepLabels, keepManifests } from './keep-results.ts';
import { Pictures } from './pictures.ts';
import { proveShift } from './prove-shift.ts';
import { shiftFigures } from './shift-figures.ts';
import { summaryOf } from './summary.ts';
import { lookAround, startTheDemo } from './tour.ts';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, 'demo-output');
const docsPicture = join(root, 'docs/images/packing-screen.png');
const say = (line: string) => process.stdout.write(`packbench: ${line}\n`);

const startedMs = performance.now();
buildWhenStale();
const runtime = await ensureElectronRuntime(say);
say(`Electron ${runtime.version}, because ${runtime.why}`);
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await mkdir(dirname(docsPicture), { recursive: true });
const home = await mkdtemp(join(tmpdir(), 'packbench-demo-'));

const openedMs = performance.now();
const window = await DemoWindow.open(home);
try {
  await window.isUp();
  const upMs = performance.now() - openedMs;
  const pictures = new Pictures(window, join(output, 'screenshots'));
  await startTheDemo(window, pictures);
  const shop = await window.shop();
  say('packing a shift in the demo shop');
  const shift = await runDemoShift({
    ...{ window, shop, pictures },
    docsPicture: process.argv.includes('--update-docs') ? docsPicture : null,
  });
  await lookAround(window, pictures);
  const manifests = await keepManifests(window, output, await window.packedPackages());
  await pictures.take('shift-exported', 'en');
  await proveShift(shop, shift);
  const labels = await keepLabels(window.demoHome, join(output, 'labels'));
  const figures = await shiftFigures(window.frames);
  process.stdout.write(
    summaryOf({
      ...{ shift, figures, labels, manifests, upMs, shopMs: await shop.labelMs() },
      scans: window.scans,
      pictures: pictures.files,
      tookMs: performance.now() - startedMs,
    }),
  );
} catch (cause) {
  await window.page.screenshot({ path: join(output, 'went-wrong.png') });
  await copyFile(join(home, 'logs', 'station.log'), join(output, 'went-wrong.log'));
  throw cause;
} finally {
  await window.close();
  await rm(home, { recursive: true, force: true });
}
