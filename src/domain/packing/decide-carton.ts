import type { Carton } from '../carton/carton.ts';
import { fits, type PackItem } from '../cartonization/cartonize.ts';
import { fillerFor } from '../cartonization/filler.ts';
import { type Decision, only } from './decision.ts';
import { toPackItems } from './pack-items.ts';
import type { PackingContext } from './packing-context.ts';
import { contentsOf, currentPackage, type Package, phaseOf, remaining, type Session } from './session.ts';
import type { Contents, SessionEventOf } from './session-event.ts';
import { accepted, rejected } from './verdict.ts';

/** The scan waits for this search, so it looks less far than the planner does. */
const triesOnTheRoadMax = 15;
/** Of more units than this only the volume is looked at: the planner has its own thread for them, the scan has not. */
const unitsOnTheRoadMax = 120;

/** The packer scanned a carton other than the suggested one: taken unless the goods certainly do not fit. */
export function decideCarton(
  session: Session,
  carton: Carton | null,
  text: string,
  context: PackingContext,
): Decision {
  const { posting } = session;
  if (carton === null) return only(rejected('carton-unknown', { posting, details: { carton: text } }));
  const parcel = currentPackage(session);
  const phase = phaseOf(session);
  if (parcel === null || (phase !== 'scanning' && phase !== 'weighing'))
    return only(rejected('not-now', { posting }));
  // The planner looked further than the road of a scan can: what it found is not searched for again.
  if (parcel.chosenCarton === null && parcel.planned?.carton === carton.code && !parcel.isSplit)
    return choose(session, parcel.n, carton, parcel.fillerG);
  const contents = parcel.isSplit
    ? contentsOf(parcel)
    : (parcel.planned?.contents ?? merge(contentsOf(parcel), remaining(session)));
  const items = toPackItems(contents, context.products);
  const details = { carton: carton.code };
  if (items === null) return choose(session, parcel.n, carton, 0);
  const { units, loadG, volumeMm3 } = sumOf(items);
  if (loadG > carton.maxLoadG) return only(rejected('carton-overloaded', { posting, details }));
  if (units > unitsOnTheRoadMax) {
    return volumeMm3 > volumeOf(carton.innerMm)
      ? only(rejected('carton-too-small', { posting, details }))
      : choose(session, parcel.n, carton, 0);
  }
  const packed = fits({ items, carton, triesMax: triesOnTheRoadMax });
  if (packed === null) return only(rejected('carton-too-small', { posting, details }));
  return choose(session, parcel.n, carton, Math.round(fillerFor(packed, carton).weightG));
}

/**
 * The smallest carton for what is in a package that ends before its plan was made; null where the goods' sizes are not
 * known, nothing fits, or there are too many units to look while a scan waits. The packer then names one.
 */
export function cartonForSplit(
  parcel: Package,
  context: Pick<PackingContext, 'products' | 'cartons'>,
): SessionEventOf<'carton-chosen'> | null {
  const items = toPackItems(contentsOf(parcel), context.products);
  if (items === null) return null;
  const { units, loadG } = sumOf(items);
  if (units > unitsOnTheRoadMax) return null;
  const smallestFirst = context.cartons
    .filter((carton) => loadG <= carton.maxLoadG)
    .toSorted((a, b) => volumeOf(a.innerMm) - volumeOf(b.innerMm));
  for (const carton of smallestFirst) {
    const packed = fits({ items, carton, triesMax: triesOnTheRoadMax });
    if (packed === null) continue;
    const fillerG = Math.round(fillerFor(packed, carton).weightG);
    return { type: 'carton-chosen', package: parcel.n, carton: carton.code, fillerG };
  }
  return null;
}

function choose(session: Session, n: number, carton: Carton, fillerG: number): Decision {
  return {
    verdict: accepted('carton-chosen', { posting: session.posting, details: { carton: carton.code } }),
    events: [{ type: 'carton-chosen', package: n, carton: carton.code, fillerG }],
  };
}

function sumOf(items: readonly PackItem[]): { units: number; loadG: number; volumeMm3: number } {
  const sum = { units: 0, loadG: 0, volumeMm3: 0 };
  for (const { quantity, weightG, sizeMm } of items) {
    sum.units += quantity;
    sum.loadG += quantity * weightG;
    sum.volumeMm3 += quantity * volumeOf(sizeMm);
  }
  return sum;
}

function volumeOf([x, y, z]: readonly [number, number, number]): number {
  return x * y * z;
}

function merge(a: Contents, b: Contents): Contents {
  const skus = [...new Set([...a, ...b].map((entry) => entry.sku))];
  const count = (list: Contents, sku: string) => list.find((entry) => entry.sku === sku)?.quantity ?? 0;
  return skus.map((sku) => ({ sku, quantity: count(a, sku) + count(b, sku) }));
}
