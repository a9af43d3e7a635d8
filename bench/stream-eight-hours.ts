import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createParcelWeigher } from '#station/devices/scales/parcel-weight.ts';
import type { ScaleReading } from '#station/devices/scales/reading.ts';
import { startScale } from '#station/devices/scales/start-scale.ts';
import { rounded, type Spread, spreadOf } from './percentiles.ts';
import { say } from './say.ts';
import { casFrame, startStreamingScale } from './streaming-scale.ts';

// Streams eight hours of weights through the real line and driver, as fast as they are read; writes what each hour took.

const hours = 8;
const framesPerSecond = 10;
const framesPerHour = framesPerSecond * 3_600;
const warmUpFrames = 20_000;
/** A parcel goes on and off the pan in this many frames. */
const framesPerParcel = 12 * framesPerSecond;
/** Now and then the program was busy, and this many frames arrive at once: on average one in three minutes. */
const heldUp = { frames: 20, every: 90 } as const;
const [hoursFile = ''] = process.argv.slice(2);

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let virtualMs = 0;
let frame = 0;
let parcels = 0;
/** Frames that are under way: where they were sent, ms of `performance.now()`. */
let underWay: { readonly sentMs: number; readonly left: number; readonly done: () => void } | null = null;
/** From its sending to its reading, of each frame of this hour, µs. */
let delaysUs: number[] = [];
const weigher = createParcelWeigher({ divisionTenthsG: 10 });

const scale = await startStreamingScale();
const { supervisor } = startScale(
  { at: scale.at, protocol: 'cas-22' },
  {
    onScan: () => undefined,
    onHealth: () => undefined,
    onReading: read,
    now: () => virtualMs,
    monotonicMs: () => virtualMs,
  },
);
await scale.connected();

await stream(warmUpFrames);
parcels = 0;
const perHour: { readonly delayUs: Spread; readonly inUseMb: number; readonly residentMb: number }[] = [];
for (let hour = 1; hour <= hours; hour += 1) {
  delaysUs = [];
  await stream(framesPerHour);
  const delayUs = spreadOf(delaysUs);
  delaysUs = [];
  perHour.push({ delayUs, ...memoryNow() });
  say(`  hour ${hour}: ${JSON.stringify(perHour.at(-1))}`);
}
await supervisor.stop();
await scale.close();
writeFileSync(
  hoursFile,
  JSON.stringify({ perHour, parcels, expectedParcels: (hours * framesPerHour) / framesPerParcel }),
);

/** Sends so many frames, one after the other has been read; now and then several at once. */
async function stream(count: number): Promise<void> {
  for (let sent = 0, turn = 1; sent < count; turn += 1) {
    const size = turn % heldUp.every === 0 ? Math.min(heldUp.frames, count - sent) : 1;
    await sendAndRead(size);
    sent += size;
  }
}

async function sendAndRead(size: number): Promise<void> {
  const bytes = Buffer.concat(Array.from({ length: size }, nextFrame));
  await new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`frame ${frame} was never read`)), 10_000);
    const done = () => {
      clearTimeout(tooLate);
      resolve();
    };
    underWay = { sentMs: performance.now(), left: size, done };
    if (!scale.send(bytes)) reject(new Error('nobody is connected to the scale'));
  });
}

function read(reading: ScaleReading): void {
  if (underWay === null) return;
  delaysUs.push((performance.now() - underWay.sentMs) * 1_000);
  virtualMs += 1_000 / framesPerSecond;
  const judged = weigher.feed(reading);
  if (judged.kind === 'weight') {
    weigher.consume();
    parcels += 1;
  }
  const { left, done } = underWay;
  underWay = left > 1 ? { ...underWay, left: left - 1 } : null;
  if (left === 1) done();
}

/** An empty pan, a parcel that moves, then stands still; no two parcels alike. */
function nextFrame(): Uint8Array {
  const parcel = Math.floor(frame / framesPerParcel);
  const step = frame % framesPerParcel;
  frame += 1;
  const weight = 2_000 + ((parcel * 7_919) % 150_000);
  if (step < 40) return casFrame(0, true);
  return step < 50 ? casFrame(Math.round((weight * (step - 39)) / 11), false) : casFrame(weight, true);
}

/** What is in use after everything that is not has been thrown away, MB. */
function memoryNow(): { readonly inUseMb: number; readonly residentMb: number } {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { inUseMb: rounded((heapUsed + external) / 1e6), residentMb: rounded(rss / 1e6) };
}
