import { BenchFile } from '#contract/bench-file.ts';

/** What a bench starts with before anybody has set it up: one lead who may do so, cartons of usual sizes, no devices. */
export function defaultBenchFile(): BenchFile {
  return BenchFile.parse({
    bench: 'B1',
    packer: 'LEAD',
    people: [{ id: 'LEAD', name: 'Lead', role: 'lead' }],
    cartons: usualCartons,
  });
}

/** Sizes that corrugated cartons commonly come in, walls of 3 mm. */
const usualCartons = [
  carton('XS', [150, 110, 70], 40, 2_000),
  carton('S', [220, 165, 100], 90, 5_000),
  carton('M', [310, 220, 160], 180, 10_000),
  carton('L', [400, 300, 220], 320, 15_000),
  carton('XL', [600, 400, 400], 750, 25_000),
];

function carton(code: string, innerMm: readonly [number, number, number], tareG: number, maxLoadG: number) {
  const outerMm = innerMm.map((edge) => edge + 6);
  return { code, innerMm, outerMm, tareG, maxLoadG };
}
