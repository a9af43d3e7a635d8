import type { ScaleView } from '#contract/events.ts';
import { openUnitWeight } from '#domain/packing/decide-unit-weight.ts';
import { currentPackage } from '#domain/packing/session.ts';
import { createParcelWeigher, type WaitingFor } from '../devices/scales/parcel-weight.ts';
import type { ScaleReading } from '../devices/scales/reading.ts';
import type { StationPublisher } from '../station-events.ts';
import type { Bench } from './bench.ts';

/** No eye follows more, ms. */
const showEveryMs = 100;
/** Whole grams: the finest division that a parcel's tolerance needs, in tenths of a gram. */
const divisionTenthsG = 10;

/**
 * Shows the scale's readings and gives the bench each new parcel's weight once, and that of one unit where it is asked for.
 * `lastWeightG` is the weight recorded before a restart: it is not taken again while it stays on the pan.
 */
export function createParcelScale(
  bench: Bench,
  publisher: StationPublisher,
  lastWeightG: number | null,
): { read(reading: ScaleReading): void } {
  const weigher = createParcelWeigher({
    divisionTenthsG,
    consumedTenthsG: [lastWeightG, lastUnitG(bench)].flatMap((weightG) =>
      weightG === null ? [] : [Math.round(weightG * 10)],
    ),
  });
  let shown: ScaleView | null = null;
  let shownAtMs = Number.NEGATIVE_INFINITY;
  /** The package whose weight was refused; null when none is. */
  let refused: string | null = null;
  let answered = bench.verdictSeq;
  let isUnitAsked = false;

  function show(reading: ScaleReading, waitingFor: WaitingFor | null): void {
    const { tenthsG, stable: isStable, status } = reading;
    const view: ScaleView = { tenthsG, isStable, status, waitingFor };
    const isSameKind = shown?.status === status && shown.waitingFor === view.waitingFor;
    if (isSameKind && shown?.tenthsG === tenthsG) return;
    // A weight that swings is shown ten times a second at most; the one it comes to rest at is another kind of news.
    if (isSameKind && !isStable && reading.atMs - shownAtMs < showEveryMs) return;
    shown = view;
    shownAtMs = reading.atMs;
    publisher.publish('scale', view);
  }

  function packageInHand(): string | null {
    const onBench = bench.onBench;
    const parcel = onBench === null ? null : currentPackage(onBench.session);
    return onBench === null || parcel === null ? null : `${onBench.id}/${parcel.n}`;
  }

  /** What lies on the pan when a unit's weight is asked for, a box with the units before it say, is no part of that. */
  function attendUnit(): void {
    const session = bench.onBench?.session;
    const isAsked = session !== undefined && openUnitWeight(session) !== null;
    if (isAsked === isUnitAsked) return;
    isUnitAsked = isAsked;
    weigher.wantEmpty(isAsked);
  }

  attendUnit();
  bench.onChange(() => {
    attendUnit();
    if (refused !== null && refused !== packageInHand()) {
      refused = null;
      weigher.consumeRefused();
    }
    if (bench.verdictSeq === answered) return;
    answered = bench.verdictSeq;
    if (bench.lastVerdict?.code === 'weigh-again') weigher.weighAgain();
  });

  return {
    read(reading) {
      const weight = weigher.feed(reading);
      show(reading, weight.kind === 'waiting' ? weight.why : null);
      if (weight.kind !== 'weight') return;
      if (isUnitAsked) {
        if (bench.weighUnit(weight.tenthsG / 10) !== null) weigher.consume();
        return;
      }
      const inHand = packageInHand();
      const judged = bench.weigh(weight.tenthsG / 10);
      // A weight that nobody asked for stays on offer: the parcel may be on the pan before the last scan.
      if (judged === null || judged.kind === 'ignored') return;
      if (judged.kind === 'accepted') return weigher.consume();
      refused = inHand;
      weigher.refuse();
    },
  };
}

/** The unit that was weighed last in the open posting may still lie on the pan, g; null where none was. */
function lastUnitG({ onBench }: Bench): number | null {
  const units = onBench?.session.packages.flatMap((parcel) => parcel.units) ?? [];
  return (
    units.toSorted((one, other) => other.id - one.id).find(({ weightG }) => weightG !== null)?.weightG ?? null
  );
}
