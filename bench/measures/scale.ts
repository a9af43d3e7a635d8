import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inRunDir } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { rounded, spreadOf } from '../percentiles.ts';
import { buildApplication, runNode } from '../run-node.ts';
import { display } from '../virtual-display.ts';

const Times = z.object({
  delaysMs: z.array(z.number()),
  /** Frames whose weight the window left out, as a newer one had come. */
  skipped: z.int(),
  clocksWithinMs: z.number(),
  electron: z.string(),
});

const Spread = z.object({
  count: z.int(),
  p50: z.number(),
  p90: z.number(),
  p99: z.number(),
  max: z.number(),
});

const Hours = z.object({
  perHour: z.array(z.object({ delayUs: Spread, inUseMb: z.number(), residentMb: z.number() })).min(2),
  parcels: z.int(),
  expectedParcels: z.int(),
});

/** Weights of a scale that streams: in the real application's window, and for eight hours through line and driver. */
export const scale: Measure = {
  name: 'scale',
  what: "a streaming scale's frames to the window, and eight hours of them",
  run: () =>
    inRunDir(async (runDir) => {
      const timesFile = join(runDir, 'times.json');
      const hoursFile = join(runDir, 'hours.json');
      buildApplication();
      runNode(display.command, 'bench/weights-in-window.ts', runDir, timesFile);
      runNode([], 'bench/stream-eight-hours.ts', hoursFile);
      return [
        figureOfWindow(Times.parse(JSON.parse(readFileSync(timesFile, 'utf8')))),
        ...figuresOfHours(Hours.parse(JSON.parse(readFileSync(hoursFile, 'utf8')))),
      ];
    }),
};

function figureOfWindow({ delaysMs, skipped, clocksWithinMs, electron }: z.infer<typeof Times>): Figure {
  const spread = spreadOf(delaysMs);
  return {
    what: "scale's frame to painted weight in the window, p99",
    value: spread.p99,
    unit: 'ms',
    goal: 50,
    beside: { spread, skipped, clocksWithinMs: rounded(clocksWithinMs), display: display.what, electron },
  };
}

function figuresOfHours({ perHour, parcels, expectedParcels }: z.infer<typeof Hours>): readonly Figure[] {
  const [first, last] = [perHour[0], perHour.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  const byHour = (value: (hour: (typeof perHour)[number]) => number) =>
    Object.fromEntries(perHour.map((hour, index) => [index + 1, value(hour)]));
  if (parcels !== expectedParcels) throw new Error(`${parcels} parcels were weighed of ${expectedParcels}`);
  return [
    {
      what: 'growth of memory in use from the first to the eighth hour of a streaming scale',
      value: rounded(last.inUseMb - first.inUseMb),
      unit: 'MB',
      goal: 1,
      beside: {
        inUseMbByHour: byHour(({ inUseMb }) => inUseMb),
        residentMbByHour: byHour(({ residentMb }) => residentMb),
        parcels,
      },
    },
    {
      what: "a frame's way to its reading in the eighth hour against the first, median",
      value: rounded(last.delayUs.p50 / first.delayUs.p50),
      unit: 'x',
      goal: 1.5,
      beside: {
        framesPerHour: first.delayUs.count,
        p50UsByHour: byHour(({ delayUs }) => delayUs.p50),
        p99UsByHour: byHour(({ delayUs }) => delayUs.p99),
      },
    },
  ];
}
