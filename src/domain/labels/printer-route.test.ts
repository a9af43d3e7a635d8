import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRoute, type LabelRoute, labelSizeOf, shopLabelEdges } from './printer-route.ts';

const route = (device: string, widthMm: number, heightMm: number): LabelRoute => ({
  device,
  target: { language: 'zpl', dpi: 203, widthMm, heightMm },
});
const main = route('label-printer', 75, 120);
const large = route('spare-1', 100, 150);
const small = route('spare-2', 58, 40);
const { big, small: little } = shopLabelEdges;

describe('the printer of a label', () => {
  it.each([
    [[main, large], big, ['label-printer', 'spare-1'], 'label-printer'],
    [[main, large], big, ['spare-1'], 'spare-1'],
    [[main, small, large], big, ['spare-2', 'spare-1'], 'spare-1'],
    [[main, small], big, ['spare-2'], 'label-printer'],
    [[main, large], big, [], 'label-printer'],
    // A big label does not go to the first printer of the bench where that has small paper, nor waits for it.
    [[small, main], big, ['spare-2', 'label-printer'], 'label-printer'],
    [[small, main], big, ['spare-2'], 'label-printer'],
    [[small, main], little, ['spare-2', 'label-printer'], 'spare-2'],
    [[small, main], little, ['label-printer'], 'label-printer'],
    // Drawn for whatever paper there is.
    [[main, small], null, ['spare-2'], 'spare-2'],
    // Too large for all: the first one's refusal is what is heard.
    [[small], big, ['spare-2'], 'spare-2'],
  ] as const)('of %j for %j with %j ready is %s', (routes, edges, ready, device) => {
    const [first, ...others] = routes;
    const isReady = (id: string) => ready.some((each) => each === id);
    expect(chooseRoute([first, ...others], edges, isReady).device).toBe(device);
  });

  it('takes the label whole wherever one of them does, and is ready wherever one of these is', () => {
    const edges = fc.record({
      widthMm: fc.integer({ min: 20, max: 200 }),
      heightMm: fc.integer({ min: 20, max: 200 }),
    });
    const printer = fc.record({ edges, ready: fc.boolean() });
    fc.assert(
      fc.property(printer, fc.array(printer, { maxLength: 4 }), edges, (first, others, label) => {
        const all = [first, ...others];
        const [head, ...tail] = all.map((each, n) =>
          route(String(n), each.edges.widthMm, each.edges.heightMm),
        );
        if (head === undefined) return;
        const isWhole = (paper: { widthMm: number; heightMm: number }) =>
          Math.min(paper.widthMm, paper.heightMm) + 1 >= Math.min(label.widthMm, label.heightMm) &&
          Math.max(paper.widthMm, paper.heightMm) + 1 >= Math.max(label.widthMm, label.heightMm);
        const fitting = all.filter((each) => isWhole(each.edges));
        const chosen = chooseRoute([head, ...tail], label, (device) => all[Number(device)]?.ready === true);
        const it = all[Number(chosen.device)];
        expect(it !== undefined && isWhole(it.edges)).toBe(fitting.length > 0);
        if (fitting.some(({ ready }) => ready)) expect(it?.ready).toBe(true);
      }),
    );
  });

  it('is asked for labels in the size of the first', () => {
    expect(labelSizeOf([small, main])).toBe('small');
    expect(labelSizeOf([main, small])).toBe('big');
  });
});
