import { describe, expect, it } from 'vitest';
import { samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { barcodeOf, openTestBench, sampleBenchFile } from './testing/test-bench.ts';
import { viewBench } from './view-bench.ts';

describe('what the window paints', () => {
  it('names a wrong item, which is in no line of the posting', () => {
    const { db, bench, know, scan, now } = openTestBench();
    const posting = samplePosting();
    know({ ...posting, lines: posting.lines.filter((line) => line.sku !== towel) });
    scan(posting.number);
    expect(scan(barcodeOf.get(towel) ?? '')).toBe('wrong-item');
    const view = viewBench({
      ...{ db, bench, now, isDemo: false },
      benchFile: () => sampleBenchFile,
      devices: () => [],
      shop: () => null,
      secrets: { howKept: () => 'missing' },
      pictures: { pictureOf: () => null, remember: () => undefined },
      isSimulated: () => false,
    });
    expect(view.session?.pending).toMatchObject({ kind: 'rejection', sku: towel, name: 'Towel' });
  });
});
