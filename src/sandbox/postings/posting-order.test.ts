import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newWorld } from '../world/new-world.ts';
import { byShipment, moveCutoff } from './posting-order.ts';
import { pageOf } from './posting-page.ts';
import { addPostings } from './seed-postings.ts';

const now = Date.parse('2026-11-25T09:00:00Z');

it('a walk in pages sees each wanted posting once, in order, in either direction', () => {
  const world = newWorld(1, now);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.boolean(), fc.nat(4), (limit, descending, left) => {
      const isWanted = ({ number }: { readonly number: string }) => Number(number[6]) % 5 !== left;
      const seen: string[] = [];
      for (let cursor = '', hasNext = true; hasNext; ) {
        const page = pageOf(byShipment(world.postings), isWanted, { cursor, limit, descending });
        if (page === null) throw new Error('the cursor is none');
        seen.push(...page.items.map(({ number }) => number));
        ({ cursor, hasNext } = page);
      }
      const all = [...world.postings.values()]
        .sort((one, other) => one.shipmentAt - other.shipmentAt || (one.number < other.number ? -1 : 1))
        .map(({ number }) => number);
      expect(seen).toEqual((descending ? all.toReversed() : all).filter((number) => isWanted({ number })));
    }),
  );
});

it('a posting that is new, or has another cutoff, is at its place at once', () => {
  const world = newWorld(1, now);
  const before = byShipment(world.postings).length;
  const [first] = addPostings(world, 1, now);
  expect(byShipment(world.postings)).toHaveLength(before + 1);
  if (first === undefined) throw new Error('no posting');
  moveCutoff(world.postings, first, now + 30 * 86_400_000);
  expect(byShipment(world.postings).at(-1)?.number).toBe(first.number);
});
