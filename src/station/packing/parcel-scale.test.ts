import { expect, it } from 'vitest';
import { mug, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { weightReading } from '../devices/scales/reading.ts';
import { createParcelScale } from './parcel-scale.ts';
import { barcodeOf, openTestBench, type TestBench } from './testing/test-bench.ts';
import { ownFacts } from './units-to-tell.ts';

const weighed = samplePosting({ lines: [{ sku: mug, quantity: 2, requires: ['unit-weight'] }] });
const code = barcodeOf.get(mug) ?? '';

function onScale(at: TestBench) {
  const scale = createParcelScale(at.bench, at.publisher, null);
  /** Two still readings of so many g, as a scale gives them. */
  return (grams: number) => {
    for (const _ of [1, 2]) {
      at.clock.at += 200;
      scale.read(weightReading(grams * 10, true, at.clock.at));
    }
    return at.bench.lastVerdict?.code;
  };
}

function units({ bench }: TestBench) {
  return bench.onBench?.session.packages.flatMap((parcel) => parcel.units.map(ownFacts));
}

it('each unit is weighed alone: neither the one before nor a box that stands there is taken for it', () => {
  const at = openTestBench();
  at.know(weighed);
  const put = onScale(at);
  put(0);
  at.scan(weighed.number);
  expect(at.scan(code)).toBe('weigh-unit');
  expect(put(352)).toBe('unit-packed');
  expect(at.scan(code)).toBe('weigh-unit');
  expect(put(700)).toBe('weigh-unit');
  put(0);
  expect(put(348)).toBe('package-complete');
  expect(units(at)).toEqual([{ weightG: 352 }, { weightG: 348 }]);
  expect(at.published.findLast(({ event }) => event === 'verdict')?.data).toMatchObject({ source: 'scale' });
});

it('after a restart the same unit is asked for, and the one before it on the pan is not taken for it', () => {
  const before = openTestBench();
  before.know(weighed);
  const put = onScale(before);
  put(0);
  before.scan(weighed.number);
  before.scan(code);
  put(352);
  before.scan(code);
  const at = openTestBench({ db: before.db });
  expect(at.bench.onBench?.session.pending).toMatchObject({ kind: 'unit-weight', sku: mug });
  const putAgain = onScale(at);
  putAgain(352);
  expect(units(at)).toEqual([{ weightG: 352 }]);
  putAgain(0);
  expect(putAgain(349)).toBe('package-complete');
  expect(units(at)).toEqual([{ weightG: 352 }, { weightG: 349 }]);
});
