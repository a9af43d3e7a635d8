import { describe, expect, it } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { saveLabel, savePreparedLabel } from '../database/labels.ts';
import { happen, packInto } from './testing/packed-postings.ts';
import { barcodeOf, openTestBench, sampleBenchFile, type TestBench } from './testing/test-bench.ts';
import { viewBench } from './view-bench.ts';

/** The whole picture of a bench without devices or shop. */
function painted({ db, bench, now }: Pick<TestBench, 'db' | 'bench' | 'now'>) {
  return viewBench({
    ...{ db, bench, now, isDemo: false },
    benchFile: () => sampleBenchFile,
    devices: () => [],
    shops: { byId: () => null, connected: () => [] },
    secrets: { howKept: () => 'missing' },
    pictures: { pictureOf: () => null, remember: () => undefined },
    isSimulated: () => false,
  });
}

describe('what the window paints', () => {
  it('names a wrong item, which is in no line of the posting', () => {
    const { db, bench, know, scan, now } = openTestBench();
    const posting = samplePosting();
    know({ ...posting, lines: posting.lines.filter((line) => line.sku !== towel) });
    scan(posting.number);
    expect(scan(barcodeOf.get(towel) ?? '')).toBe('wrong-item');
    const view = painted({ db, bench, now });
    expect(view.session?.pending).toMatchObject({ kind: 'rejection', sku: towel, name: 'Towel' });
  });

  it('says of a label whether a worn print head would spoil it', () => {
    const at = openTestBench();
    const posting = samplePosting();
    at.know(posting);
    packInto(at, posting.number, [[mug, mug, towel]]);
    happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: posting.number, labelBarcodes: [] }] });
    const isFine = () => painted(at).session?.packages[0]?.readsWhenWorn;
    expect(isFine()).toBe(true);
    const sheet = { pdf: { file: 'a.pdf', sha256: 'a'.repeat(64) }, page: null };
    saveLabel(at.db, posting.number, sheet, 'big', at.now());
    const prepared = { file: 'a.zpl', sha256: 'b'.repeat(64), codes: [], readsWhenWorn: false };
    savePreparedLabel(at.db, posting.number, sheet, prepared);
    expect(isFine()).toBe(false);
  });
});
