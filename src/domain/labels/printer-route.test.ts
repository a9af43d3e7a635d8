import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRoute, type LabelRoute, labelSizeOf } from './printer-route.ts';

const route = (device: string, widthMm: number, heightMm: number): LabelRoute => ({
  device,
  target: { language: 'zpl', dpi: 203, widthMm, heightMm },
});
const main = route('label-printer', 75, 120);
const spare = route('spare-1', 100, 150);
const narrow = route('spare-2', 58, 40);

describe('the printer of a label', () => {
  it.each([
    [[main, spare], ['label-printer', 'spare-1'], 'label-printer'],
    [[main, spare], ['spare-1'], 'spare-1'],
    [[main, narrow, spare], ['spare-2', 'spare-1'], 'spare-1'],
    [[main, narrow], ['spare-2'], 'label-printer'],
    [[main, spare], [], 'label-printer'],
  ] as const)('of %j with %j ready is %s', (routes, ready, device) => {
    const [first, ...others] = routes;
    expect(chooseRoute([first, ...others], (id) => ready.some((each) => each === id)).device).toBe(device);
  });

  it('is the first, or one that is ready and takes the label of the first without cutting it', () => {
    const any = fc.record({
      widthMm: fc.integer({ min: 20, max: 200 }),
      heightMm: fc.integer({ min: 20, max: 200 }),
      ready: fc.boolean(),
    });
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 4 }), (first, others) => {
        const all = [first, ...others].map((each, n) => ({
          ...route(String(n), each.widthMm, each.heightMm),
          ready: each.ready,
        }));
        const [head, ...tail] = all;
        if (head === undefined) return;
        const chosen = chooseRoute([head, ...tail], (device) => all[Number(device)]?.ready === true);
        if (chosen.device === '0') return;
        const { widthMm, heightMm } = chosen.target;
        const [short, long] = labelSizeOf([head]) === 'big' ? [75, 120] : [40, 58];
        expect(all[Number(chosen.device)]?.ready).toBe(true);
        expect(Math.min(widthMm, heightMm)).toBeGreaterThanOrEqual(short - 1);
        expect(Math.max(widthMm, heightMm)).toBeGreaterThanOrEqual(long - 1);
      }),
    );
  });
});
