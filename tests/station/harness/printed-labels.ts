import type { LabelMedium } from '#domain/labels/label-size.ts';
import type { SimulatedPrinter } from '#station/devices/printers/simulated-printer.ts';
import { printedLabels, readWithZxing } from '#station/labels/testing/outside-readers.ts';

/** A label that came out of the printer. */
export type PrintedLabel = {
  readonly zpl: Uint8Array;
  /** Drawn by a ZPL renderer that knows nothing of ours; PNG. */
  readonly picture: () => Promise<Uint8Array>;
  /** Its barcodes, read off the picture by an independent reader. */
  readonly codes: () => Promise<readonly string[]>;
};

/** Everything that came out of the printer, in order, also across restarts of the station. */
export type LabelTray = {
  readonly labels: () => readonly PrintedLabel[];
  /** Settles when there are at least so many; the tray itself never fails. */
  readonly onLabel: (listener: () => void) => void;
};

/** Catches what a simulated printer prints on this medium. */
export function createLabelTray(printer: SimulatedPrinter, medium: LabelMedium): LabelTray {
  const labels: PrintedLabel[] = [];
  const listeners = new Set<() => void>();
  printer.onLabel((zpl) => {
    labels.push(printedLabel(zpl, medium));
    for (const listener of listeners) listener();
  });
  return { labels: () => labels, onLabel: (listener) => void listeners.add(listener) };
}

function printedLabel(zpl: Uint8Array, medium: LabelMedium): PrintedLabel {
  const picture = once(async () => {
    const pictures = await printedLabels(zpl, medium);
    const [first] = pictures;
    if (first === undefined || pictures.length !== 1) {
      throw new Error(`one format should make one label, it made ${pictures.length}`);
    }
    return first;
  });
  return { zpl, picture, codes: once(async () => readWithZxing(await picture())) };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
