import type { ManifestHeading, ManifestRow } from '../manifest-row.ts';

/** A heading for tests: a Moscow day. */
export const heading: ManifestHeading = {
  day: '2026-11-23',
  shops: [{ id: 'ozon-1', name: 'Север' }],
  bench: 'B1',
  timeZone: 'Europe/Moscow',
  generatedAt: Date.UTC(2026, 10, 23, 15, 30),
};

/** A package for tests, with whatever a test wants different. */
export function manifestRow(change: Partial<ManifestRow> = {}): ManifestRow {
  return {
    posting: '12345678-0001-1',
    shop: 'ozon-1',
    package: 1,
    carton: 'S',
    weightG: 1250,
    packer: 'P1',
    packedAt: Date.UTC(2026, 10, 23, 11, 5),
    cutoffAt: Date.UTC(2026, 10, 23, 17, 0),
    deliveryMethod: 'Доставка Ozon самостоятельно, Москва',
    units: 3,
    lines: [
      { sku: '160249683', offerId: 'CUP-1', name: 'Кружка «Север» 350 мл', quantity: 2 },
      { sku: '160249684', offerId: '', name: '不锈钢保温杯', quantity: 1 },
    ],
    trackingBarcodes: ['%101%806044518', '23024930500000'],
    state: 'closed',
    ...change,
  };
}

/** As many different packages as asked for. */
export function manyRows(count: number): readonly ManifestRow[] {
  return Array.from({ length: count }, (_, index) =>
    manifestRow({ posting: `${10_000_000 + index}-0001-1`, weightG: index % 7 === 0 ? null : 200 + index }),
  );
}
