import { describe, expect, it } from 'vitest';
import { linesAndPicture } from './line-groups.ts';
import { sampleLine, samplePackage, sampleSession } from './testing/sample-session.ts';

const at = (sku: string, x: number) => ({ sku, atMm: [x, 0, 0], sizeMm: [50, 50, 50] });

describe('the lines on the packing screen', () => {
  it('ask first for what lies lowest in the carton', () => {
    const session = sampleSession({
      lines: [sampleLine('A', 1, 0), sampleLine('B', 1, 0)],
      packages: [samplePackage({ units: 0, placements: [at('B', 0), at('A', 50)] })],
    });
    const { groups } = linesAndPicture(session, null);
    expect(groups.current?.sku).toBe('B');
    expect(groups.upcoming.map(({ sku }) => sku)).toEqual(['A']);
  });

  it('let done lines sink, and keep apart what goes into another package', () => {
    const session = sampleSession({
      lines: [
        sampleLine('A', 2, 2),
        sampleLine('B', 3, 1, { inPackage: 1, wantedInPackage: 1 }),
        sampleLine('C', 1, 0),
      ],
    });
    const { groups } = linesAndPicture(session, null);
    expect(groups.done.map(({ sku }) => sku)).toEqual(['A']);
    expect(groups.elsewhere.map(({ sku }) => sku)).toEqual(['B']);
    expect(groups.current?.sku).toBe('C');
    expect([groups.unitsIn, groups.unitsWanted]).toEqual([3, 4]);
  });

  it('stay with the product whose marking code is awaited', () => {
    const session = sampleSession({
      lines: [sampleLine('A', 1, 0), sampleLine('B', 1, 0)],
      pending: { kind: 'marking-code', sku: 'B' },
    });
    expect(linesAndPicture(session, null).groups.current?.sku).toBe('B');
  });
});

describe('the carton step by step', () => {
  const session = sampleSession({
    lines: [sampleLine('A', 2, 1), sampleLine('B', 1, 1)],
    packages: [samplePackage({ placements: [at('A', 0), at('A', 50), at('B', 100)] })],
  });

  it('marks the unit just scanned, and the next one to come', () => {
    const { picture } = linesAndPicture(session, 'B');
    expect(picture.units.map(({ state }) => state)).toEqual(['in', 'next', 'now']);
    expect([picture.step, picture.count, picture.nextSku]).toEqual([2, 3, 'A']);
  });

  it('marks none as going in when nothing was scanned just now', () => {
    const { picture } = linesAndPicture(session, null);
    expect(picture.units.map(({ state }) => state)).toEqual(['in', 'next', 'in']);
  });
});
