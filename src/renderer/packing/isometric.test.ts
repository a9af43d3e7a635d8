import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoxMm, boundsOf, facesOf, paintOrder, project } from './isometric.ts';

describe('the picture of a carton', () => {
  it('shows right to the right, front to the left and both downwards, up upwards', () => {
    const origin = project(0, 0, 0);
    expect(project(10, 0, 0).x).toBeGreaterThan(origin.x);
    expect(project(0, 10, 0).x).toBeLessThan(origin.x);
    expect(project(10, 0, 0).y).toBeGreaterThan(origin.y);
    expect(project(0, 0, 10).y).toBeLessThan(origin.y);
  });

  it('holds every face of every unit inside its bounds', () => {
    const edge = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.tuple(edge, edge, edge), fc.tuple(edge, edge, edge), (atMm, sizeMm) => {
        const box: BoxMm = { atMm, sizeMm };
        const bounds = boundsOf(box);
        const { top, left, right } = facesOf(box);
        for (const { x, y } of [...top, ...left, ...right]) {
          expect(x).toBeGreaterThanOrEqual(bounds.x - 1e-6);
          expect(x).toBeLessThanOrEqual(bounds.x + bounds.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(bounds.y - 1e-6);
          expect(y).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-6);
        }
      }),
    );
  });

  it('paints what is behind, left or below before what hides it', () => {
    const back: BoxMm = { atMm: [0, 0, 0], sizeMm: [100, 50, 50] };
    const tallInFront: BoxMm = { atMm: [0, 50, 0], sizeMm: [100, 50, 120] };
    const onTheBackOne: BoxMm = { atMm: [0, 0, 50], sizeMm: [100, 50, 40] };
    expect(paintOrder([tallInFront, onTheBackOne, back])).toEqual([back, onTheBackOne, tallInFront]);
  });

  it('loses no unit, whatever the packing', () => {
    const edge = fc.integer({ min: 1, max: 9 });
    const box = fc.record({ atMm: fc.tuple(edge, edge, edge), sizeMm: fc.tuple(edge, edge, edge) });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
        const painted = paintOrder(boxes);
        expect(painted).toHaveLength(boxes.length);
        expect(new Set(painted)).toEqual(new Set(boxes));
      }),
    );
  });
});
