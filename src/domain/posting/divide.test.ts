import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sku } from '../ids.ts';
import { type Contents, restOf } from './divide.ts';

const line = fc.record({
  sku: fc.integer({ min: 1, max: 5 }).map((n) => Sku.parse(String(n))),
  quantity: fc.integer({ min: 1, max: 9 }),
});
const contents = fc.array(line, { maxLength: 6 });
const count = (of: Contents) => of.reduce((sum, { quantity }) => sum + quantity, 0);

describe('what is left of a posting that is divided', () => {
  it('makes the whole again with what is taken', () => {
    fc.assert(
      fc.property(contents, contents, (rest, taken) => {
        fc.pre(rest.length > 0 && taken.length > 0);
        const left = restOf([...taken, ...rest], taken);
        expect(left === null ? null : count(left)).toBe(count(rest));
        expect(left?.every(({ quantity }) => quantity > 0)).toBe(true);
      }),
    );
  });

  it('is nothing to divide where all of it, none of it or more than it is taken', () => {
    const mug = Sku.parse('1');
    const two = [{ sku: mug, quantity: 2 }];
    for (const quantity of [0, 2, 3]) expect(restOf(two, [{ sku: mug, quantity }])).toBeNull();
    expect(restOf(two, [])).toBeNull();
    expect(restOf(two, [{ sku: Sku.parse('2'), quantity: 1 }])).toBeNull();
  });
});
