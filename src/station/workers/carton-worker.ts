import { parentPort } from 'node:worker_threads';
import type { CartonType, PackedCarton, PackItem } from '#domain/cartonization/carton-plan.ts';
import { cartonize, fits } from '#domain/cartonization/cartonize.ts';
import { fillerFor } from '#domain/cartonization/filler.ts';
import type { CartonAnswer, CartonJob, PlannedCarton } from '../packing/carton-jobs.ts';

// The search runs here so that a posting of a hundred units never delays a scan.
parentPort?.on('message', ({ id, job }: { id: number; job: CartonJob }) => {
  parentPort?.postMessage({ id, answer: work(job) });
});

function work(job: CartonJob): CartonAnswer {
  if (job.kind === 'fit') {
    const packed = fits({ items: job.items, carton: job.carton });
    return { packages: packed === null ? [] : [planned(packed, job.items, job.carton)] };
  }
  const plan = cartonize({ items: job.items, cartons: job.cartons });
  if (plan.kind === 'impossible') return { packages: [] };
  const packages = plan.packages.flatMap((packed) => {
    const carton = job.cartons.find((candidate) => candidate.code === packed.carton);
    return carton === undefined ? [] : [planned(packed, job.items, carton)];
  });
  return { packages };
}

function planned(packed: PackedCarton, items: readonly PackItem[], carton: CartonType): PlannedCarton {
  const filler = fillerFor(packed, carton);
  const placements = packed.placements.flatMap((placement) => {
    const item = items[placement.item];
    return item === undefined
      ? []
      : [{ sku: item.sku, atMm: [...placement.atMm], sizeMm: [...placement.sizeMm] }];
  });
  return {
    carton: carton.code,
    placements,
    fillerG: Math.round(filler.weightG),
    fillerMl: Math.round(filler.volumeMl),
  };
}
