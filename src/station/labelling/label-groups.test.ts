import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { createLabelGroups, groupMax } from './label-groups.ts';
import type { WantedLabel } from './take-labels.ts';

const labelsOf = (count: number): readonly WantedLabel[] =>
  Array.from({ length: count }, (_, index) => ({
    number: PostingNumber.parse(`70000001-${String(index).padStart(4, '0')}-1`),
    labelBarcodes: [`%101%${index}`],
  }));

describe('labels that are fetched many at once', () => {
  it('end each in a file or alone, with few tasks however few of them spoil a file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.array(fc.nat(119), { maxLength: 3 }), (count, bad) => {
        const clock = { at: 0 };
        const groups = createLabelGroups(() => clock.at);
        const labels = labelsOf(count);
        const spoils = new Set(bad.flatMap((index) => labels[index]?.number ?? []));
        const here = new Set<string>();
        let tasks = 0;
        for (;;) {
          const wanted = labels.filter(({ number }) => !here.has(number)).slice(0, groupMax);
          const group = groups.next(wanted);
          if (group === null) break;
          expect(group.length).toBeLessThanOrEqual(groupMax);
          tasks += 1;
          expect(tasks).toBeLessThan(60);
          const numbers = group.map(({ number }) => number);
          if (numbers.some((number) => spoils.has(number))) groups.ended(group, { kind: 'refused' });
          else {
            for (const number of numbers) here.add(number);
            groups.ended(group, { kind: 'read', taken: numbers });
          }
        }
        const left = labels.filter(({ number }) => !here.has(number));
        // Whoever is left is asked for by itself: the spoilers, one that had no other to go with, and all after many failures.
        expect(left.filter((label) => !groups.isAlone(label)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('go on with the same file while the shop draws it, and give it up after some minutes', () => {
    const clock = { at: 0 };
    const groups = createLabelGroups(() => clock.at);
    const labels = labelsOf(4);
    let asked = 0;
    for (; clock.at < 600_000; clock.at += 100) {
      const group = groups.next(labels);
      if (group === null) continue;
      expect(group).toEqual(labels);
      asked += 1;
      groups.ended(group, { kind: 'drawing' });
    }
    expect(asked).toBeLessThan(60);
    expect(labels.every((label) => groups.isAlone(label))).toBe(true);
  });

  it('are asked for one by one for an hour after files have come to nothing again and again', () => {
    const clock = { at: 0 };
    const groups = createLabelGroups(() => clock.at);
    const labels = labelsOf(100);
    let tasks = 0;
    for (let group = groups.next(labels); group !== null; group = groups.next(labels)) {
      tasks += 1;
      groups.ended(group, { kind: 'refused' });
    }
    expect(tasks).toBeLessThanOrEqual(20);
    expect(labels.every((label) => groups.isAlone(label))).toBe(true);
    clock.at += 3_600_000;
    expect(groups.next(labels)).not.toBeNull();
  });
});
