import type { BenchFile } from '#contract/bench-file.ts';
import type { LabelPrinter } from '#contract/printer-config.ts';
import type { LabelRoute, LabelRoutes } from '#domain/labels/printer-route.ts';
import type { PrinterSetup } from './config.ts';
import { firstPrinter } from './devices.ts';

type LabelPrinters = Pick<BenchFile, 'labelPrinter' | 'sparePrinters'>;

/** The id of the bench's printer of documents. */
export const documentPrinterId = 'document-printer';

/** Every printer of a bench: those of labels in the order in which they take over, then that of documents. */
export function printersOf(
  file: LabelPrinters & Pick<BenchFile, 'documentPrinter'>,
): readonly PrinterSetup[] {
  const { documentPrinter } = file;
  return [
    ...labelPrintersOf(file).map(({ device, name, at, language }) => ({
      ...{ device, name, at, language, kind: 'label-printer' as const },
    })),
    ...(documentPrinter === undefined
      ? []
      : [
          {
            device: documentPrinterId,
            name: documentPrinter.name,
            kind: 'document-printer' as const,
            at: documentPrinter.at,
            language: documentPrinter.paper === 'a4' ? ('pdf' as const) : ('escpos' as const),
          },
        ]),
  ];
}

/** The label printers of a bench, each with its id: `label-printer`, `spare-printer-1` … */
export function labelPrintersOf({
  labelPrinter,
  sparePrinters,
}: LabelPrinters): readonly (LabelPrinter & { readonly device: string })[] {
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
export function routesOf(file: LabelPrinters): LabelRoutes {
  const [first, ...others] = labelPrintersOf(file).map(({ device, at: _, name: __, ...target }) => ({
    device,
    target,
  }));
  return first === undefined ? [usual] : [first, ...others];
}
