import type { ScaleView } from '#contract/events.ts';
import { createParcelWeigher } from '../devices/scales/parcel-weight.ts';
import type { ScaleReading } from '../devices/scales/reading.ts';
import type { StationPublisher } from '../station-events.ts';
import type { Bench } from './bench.ts';

/** Whole grams: the finest division that a parcel's tolerance needs, in tenths of a gram. */
const divisionTenthsG = 10;

/**
 * Shows the scale's readings and gives the bench each new parcel's weight once. `lastWeightG` is the weight recorded
 * before a restart: it is not taken again while it stays on the pan.
 */
export function createParcelScale(
  bench: Bench,
  publisher: StationPublisher,
  lastWeightG: number | null,
): { read(reading: ScaleReading): void } {
  const weigher = createParcelWeigher({
    divisionTenthsG,
    ...(lastWeightG === null ? {} : { consumedTenthsG: Math.round(lastWeightG * 10) }),
  });
  let shown: ScaleView | null = null;

  function show(reading: ScaleReading): void {
    const view: ScaleView = { tenthsG: reading.tenthsG, isStable: reading.stable, status: reading.status };
    if (shown !== null && shown.tenthsG === view.tenthsG && shown.status === view.status) return;
    shown = view;
    publisher.publish('scale', view);
  }

  return {
    read(reading) {
      show(reading);
      const weight = weigher.feed(reading);
      if (weight.kind !== 'weight') return;
      const judged = bench.weigh(weight.tenthsG / 10);
      // A weight that nobody asked for stays on offer: the parcel may be on the pan before the last scan.
      if (judged !== null && judged.kind !== 'ignored') weigher.consume();
    },
  };
}
