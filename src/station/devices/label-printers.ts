import type { BenchFile } from '#contract/bench-file.ts';
import type { LabelRoute } from '#domain/labels/printer-route.ts';
import { firstPrinter } from './devices.ts';

type LabelPrinter = NonNullable<BenchFile['labelPrinter']>;

/** The label printers of a bench in the order in which they take over, each with its id: `label-printer`, `spare-printer-1` … */
export function printersOf({
  labelPrinter,
  sparePrinters,
}: Pick<BenchFile, 'labelPrinter' | 'sparePrinters'>): readonly (LabelPrinter & {
  readonly device: string;
})[] {
  return [
    ...(labelPrinter === undefined ? [] : [{ ...labelPrinter, device: firstPrinter }]),
    ...sparePrinters.map((printer, index) => ({ ...printer, device: `spare-printer-${index + 1}` })),
  ];
}

const usual: LabelRoute = {
  device: firstPrinter,
  target: { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 },
};

/** Where labels may come out; the usual printer and paper where none is set up yet. */
export function routesOf(
  file: Pick<BenchFile, 'labelPrinter' | 'sparePrinters'>,
): readonly [LabelRoute, ...LabelRoute[]] {
  const [first, ...others] = printersOf(file).map(({ device, at: _, ...target }) => ({ device, target }));
  return first === undefined ? [usual] : [first, ...others];
}
