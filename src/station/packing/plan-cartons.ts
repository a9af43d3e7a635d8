import type { BenchFile } from '#contract/bench-file.ts';
import type { PackItem } from '#domain/cartonization/cartonize.ts';
import { CartonCode, type SessionId, Sku } from '#domain/ids.ts';
import { cartonRequest, unplannable } from '#domain/packing/carton-request.ts';
import { contentsKey, type SessionEventOf } from '#domain/packing/session-event.ts';
import { reportFailure } from '../report-failure.ts';
import type { Bench } from './bench.ts';
import type { CartonAnswer, PlannedCarton } from './carton-jobs.ts';
import type { CartonPlanner } from './carton-planner.ts';
import type { PackagePictures } from './package-pictures.ts';

export type PlanCartonsOptions = {
  readonly bench: Bench;
  readonly benchFile: () => BenchFile;
  readonly planner: CartonPlanner;
  readonly pictures: PackagePictures;
};

/** Returns the function that asks for the carton plan the posting on the bench still owes; called after every change. */
export function createCartonPlanning({
  bench,
  benchFile,
  planner,
  pictures,
}: PlanCartonsOptions): () => void {
  let inHand: SessionId | null = null;

  return function planWhatIsOwed(): void {
    const onBench = bench.onBench;
    if (onBench === null || inHand !== null) return;
    const { id, session, products } = onBench;
    const request = cartonRequest(session, products, benchFile().cartons);
    if (request === null) return;
    const { contents, items, cartons } = request;
    if (items === null || cartons.length === 0)
      return void bench.happen(id, [unplannable(contents)], 'station');
    inHand = id;
    void planner
      .ask({ kind: 'plan', items, cartons })
      .then((answer) => {
        inHand = null;
        const current = bench.onBench;
        // Scans that came meanwhile do not matter (the plan covers them); a split, other goods or another posting do.
        const owed = current?.id === id ? cartonRequest(current.session, current.products, cartons) : null;
        if (owed === null || contentsKey(owed.contents) !== contentsKey(contents)) return planWhatIsOwed();
        // The shop has corrected a size or a weight meanwhile.
        if (itemsKey(owed.items) !== itemsKey(items)) return planWhatIsOwed();
        const event = plannedEvent(answer, pictures);
        // The shop has one label for what it packed itself: it goes into one package, in a carton that the packer picks.
        const isOneAtMost = session.shippedBefore && (event?.packages.length ?? 0) > 1;
        bench.happen(id, [event === null || isOneAtMost ? unplannable(contents) : event], 'station');
      })
      // The next change asks again.
      .catch((cause) => reportFailure('carton plan', cause));
  };
}

/** The same for the same goods as the engine sees them, in whatever order. */
function itemsKey(items: readonly PackItem[] | null): string | null {
  return (
    items
      ?.map((item) => JSON.stringify(item))
      .sort()
      .join(' ') ?? null
  );
}

function plannedEvent(
  answer: CartonAnswer | null,
  pictures: PackagePictures,
): SessionEventOf<'planned'> | null {
  if (answer === null || answer.packages.length === 0) return null;
  const packages = answer.packages.map((planned) => {
    const contents = countContents(planned);
    pictures.remember(contents, planned);
    return { carton: CartonCode.parse(planned.carton), contents, fillerG: planned.fillerG };
  });
  return { type: 'planned', packages };
}

function countContents(planned: PlannedCarton): { sku: Sku; quantity: number }[] {
  const counts = new Map<string, number>();
  for (const { sku } of planned.placements) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  return [...counts].map(([sku, quantity]) => ({ sku: Sku.parse(sku), quantity }));
}
