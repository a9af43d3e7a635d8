import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartonize, fits } from './cartonize.ts';
import { packingSteps } from './steps.ts';
import { carton, SHELF, unit } from './testing/requests.ts';

const edge = fc.integer({ min: 1, max: 190 });
const orders = fc.array(
  fc.tuple(edge, edge, edge).map((sizeMm) => unit(sizeMm)),
  { maxLength: 20 },
);

describe('packing steps', () => {
  it('say where each unit lies and in which layer, bottom first', () => {
    const box = carton('A', [200, 100, 140]);
    const items = [
      unit([200, 100, 80], { sku: 'base' }),
      unit([60, 30, 50], { sku: 'top', upright: 'keep' }),
    ];
    const packed = fits({ items, carton: box });
    const steps = packed ? packingSteps(packed, items, box) : [];
    expect(steps.map(({ placement, layer, turned }) => [items[placement.item]?.sku, layer, turned])).toEqual([
      ['base', 1, false],
      ['top', 2, false],
    ]);
    expect(steps[0]?.where).toEqual({ side: 'middle', depth: 'middle', height: 'bottom' });
    expect(steps[1]?.where).toEqual({ side: 'left', depth: 'back', height: 'top' });
  });

  it('say when a unit lies on another face than its base', () => {
    const box = carton('A', [200, 100, 50]);
    const items = [unit([50, 90, 190])];
    const packed = fits({ items, carton: box });
    expect(packed && packingSteps(packed, items, box).map((step) => step.turned)).toEqual([true]);
  });

  it('never put a unit in before what it rests on', () => {
    fc.assert(
      fc.property(orders, (items) => {
        const plan = cartonize({ items, cartons: SHELF, triesMax: 20 });
        for (const packed of plan.kind === 'packed' ? plan.packages : []) {
          const box = SHELF.find(({ code }) => code === packed.carton);
          const steps = box ? packingSteps(packed, items, box) : [];
          expect(steps).toHaveLength(packed.placements.length);
          for (const step of steps) expect(step.layer === 1).toBe(step.placement.atMm[2] === 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
