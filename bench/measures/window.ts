import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inRunDir } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { spreadOf } from '../percentiles.ts';
import { buildApplication, runNode } from '../run-node.ts';
import { display } from '../virtual-display.ts';

const Times = z.object({
  windowMs: z.array(z.number()),
  scannerMs: z.array(z.number()),
  electron: z.string(),
});

/** Scans of a keyboard scanner in the real application, in a virtual display where there is no other. */
export const window: Measure = {
  name: 'window',
  what: 'scan to painted verdict in the window',
  run: () =>
    inRunDir(async (runDir) => {
      const timesFile = join(runDir, 'times.json');
      buildApplication();
      runNode(display.command, 'bench/scan-in-window.ts', runDir, timesFile);
      return [figureOf(Times.parse(JSON.parse(readFileSync(timesFile, 'utf8'))))];
    }),
};

function figureOf({ windowMs, scannerMs, electron }: z.infer<typeof Times>): Figure {
  const spread = spreadOf(windowMs);
  return {
    what: 'scan to painted verdict in the window, p99',
    value: spread.p99,
    unit: 'ms',
    goal: 50,
    beside: {
      spread,
      fromFirstKey: spreadOf(scannerMs),
      display: display.what,
      electron,
    },
  };
}
