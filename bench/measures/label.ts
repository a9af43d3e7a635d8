import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startSandbox } from '#sandbox/sandbox.ts';
import { inRunDir, startBenchDevices, writeBenchFile } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { createPackingHand, type PackingHand } from '../packing-hand.ts';
import { spreadOf } from '../percentiles.ts';
import { say } from '../say.ts';
import { scannersReady } from '../scanners-ready.ts';
import { type StationProcess, startStationProcess } from '../station-under-load.ts';
import { startTcpTap, type TcpTap } from '../tcp-tap.ts';

const labels = 110;
/** The first ones find a cold shop and a cold printer. */
const warmUpLabels = 10;
const pdfEnds = '%%EOF';
const labelBegins = '^XA';

const pauseMs = 100;

const ShopPosting = z.object({
  number: z.string(),
  lowerBarcode: z.string(),
  lines: z.array(z.object({ quantity: z.int(), barcodes: z.array(z.string()) })),
});

/**
 * Packs postings of the stand-in shop, one after the other, and takes the time from the last byte of the label's PDF, on its
 * way to the station, to the first byte of that label on its way to the printer. In between the PDF is written to disk and
 * drawn, the drawing is read back and written to disk, the job is committed and the printer asked how it is.
 */
export const label: Measure = {
  name: 'label',
  what: 'label PDF to first byte at the printer',
  run: () =>
    inRunDir(async (runDir) => {
      const sandbox = await startSandbox({ port: 0 });
      const devices = await startBenchDevices();
      const shopLine = await startTcpTap(hostOf(sandbox.url), { from: 'called', text: pdfEnds });
      const printerLine = await startTcpTap(hostOf(devices.printer.at), {
        from: 'caller',
        text: labelBegins,
      });
      const { clientId, apiKey } = sandbox;
      const file = writeBenchFile(join(runDir, 'bench.json'), devices, {
        // Read once: a later reading could bring the label before the bench has heard that the posting is shipped.
        shop: { kind: 'ozon', url: `http://127.0.0.1:${shopLine.port}`, clientId, apiKey, pollSeconds: 3600 },
        labelPrinter: {
          ...{ at: `tcp://127.0.0.1:${printerLine.port}`, language: 'zpl' },
          ...{ dpi: 203, widthMm: 75, heightMm: 120 },
        },
      });
      const postings = await addPostings(sandbox.url);
      const { station } = await startStationProcess(join(runDir, 'home'), file);
      await scannersReady(station, devices);
      const hand = createPackingHand(station, devices.scanners);
      const times: number[] = [];
      for (const [n, posting] of postings.entries()) {
        const tookMs = await packOne({ station, hand, shopLine, printerLine, shopUrl: sandbox.url }, posting);
        if (n >= warmUpLabels) times.push(tookMs);
        if (n % 20 === 19) say(`  ${n + 1} of ${labels} labels`);
      }
      await station.end('SIGTERM');
      await Promise.all([devices.close(), shopLine.close(), printerLine.close(), sandbox.close()]);
      return [figureOf(times)];
    }),
};

function figureOf(times: readonly number[]): Figure {
  const spread = spreadOf(times);
  return {
    what: 'label PDF to first byte at the printer, p99',
    value: spread.p99,
    unit: 'ms',
    goal: 150,
    beside: { spread, medium: '75 x 120 mm at 203 dpi' },
  };
}

type Road = {
  readonly station: StationProcess;
  readonly hand: PackingHand;
  readonly shopLine: TcpTap;
  readonly printerLine: TcpTap;
  readonly shopUrl: string;
};

async function packOne(road: Road, posting: string): Promise<number> {
  const { station, hand, shopLine, printerLine, shopUrl } = road;
  // It can be opened once the station has read of it in the shop.
  while ((await hand.scan(posting)).code !== 'posting-opened') await pause(pauseMs);
  const { lines } = await stateOf(shopUrl, posting);
  for (const { quantity, barcodes } of lines) {
    for (let n = 0; n < quantity; n += 1)
      await hand.scan(barcodes[0] ?? '', 'unit-packed', 'package-complete');
  }
  const printed = printerLine.nextSeen();
  await hand.scan('PB-OK', 'package-packed');
  const printedMs = await printed;
  const pdfMs = shopLine.lastSeenMs();
  await station.untilShown(posting, 'verifying');
  // The shop tells some barcodes only when it has registered the parcel.
  await hand.scan((await stateOf(shopUrl, posting)).lowerBarcode, 'posting-closed');
  if (pdfMs === null) throw new Error('a label came out that the shop has not given');
  return printedMs - pdfMs;
}

async function addPostings(shopUrl: string): Promise<readonly string[]> {
  const timings = { shipMs: 0, labelReadyMs: 0, labelTaskMs: 0 };
  await askShop(shopUrl, 'timings', timings);
  const added = await askShop(shopUrl, 'postings', { count: labels, shape: 'single' });
  return z.object({ postings: z.array(z.string()) }).parse(added).postings;
}

async function stateOf(shopUrl: string, posting: string): Promise<z.infer<typeof ShopPosting>> {
  return ShopPosting.parse(await askShop(shopUrl, `postings/${posting}`));
}

async function askShop(shopUrl: string, path: string, body?: unknown): Promise<unknown> {
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${shopUrl}/admin/${path}`, request);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

function hostOf(address: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}
