import type { DeviceView } from '#contract/bench-view.ts';

/** What is to be said of the printers while a label is on its way. */
export type LabelPrinterNews = {
  /** The printer that the label was given to; null before, and where there is only one. */
  readonly from: DeviceView | null;
  /** The printer that holds the label up; null where one can print it. */
  readonly inTheWay: DeviceView | null;
};

/** `printer` is the id of the one that the label was given to last; null before. */
export function labelPrinterNews(devices: readonly DeviceView[], printer: string | null): LabelPrinterNews {
  const printers = devices.filter(({ kind }) => kind === 'label-printer');
  const ofLabel = printers.find(({ device }) => device === printer) ?? null;
  const isAnyReady = printers.some(({ state }) => state === 'ready');
  const held = ofLabel ?? (isAnyReady ? null : (printers[0] ?? null));
  return {
    from: printers.length > 1 ? ofLabel : null,
    inTheWay: held?.state === 'ready' ? null : held,
  };
}
