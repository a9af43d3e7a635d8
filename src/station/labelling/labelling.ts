import type { BenchFile } from '#contract/bench-file.ts';
import type { ShopId } from '#domain/ids.ts';
import { chooseRoute, type LabelEdges, type LabelRoute, labelSizeOf } from '#domain/labels/printer-route.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { LiveDevices } from '../devices/live-devices.ts';
import { routesOf } from '../devices/printers-of-bench.ts';
import { printDocument } from '../documents/print-document.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import type { Bench } from '../packing/bench.ts';
import { type LiveShops, mayLabel } from '../shop/live-shops.ts';
import type { StationPublisher } from '../station-events.ts';
import { createLabelDesk, type LabelDesk } from './label-desk.ts';
import { createLabelPrinting } from './label-printing.ts';
import type { LabelStore } from './label-store.ts';
import { createLabelsAhead, type LabelsAhead } from './labels-ahead.ts';
import { nextOnBench } from './next-on-bench.ts';
import { createSlipWithLabel } from './slip-with-label.ts';
import { createTakeLabels } from './take-labels.ts';

export type LabellingOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly benchFile: () => BenchFile;
  readonly publisher: StationPublisher;
  readonly workshop: LabelWorkshop;
  readonly store: LabelStore;
  readonly devices: Pick<LiveDevices, 'print' | 'isPrinterReady'>;
  readonly shops: Pick<LiveShops, 'byId'>;
  readonly onFetched: () => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** The printer that a label of this size comes out of as the bench's printers are now; null for one that fits any paper. */
export function labelRoute(
  file: BenchFile,
  devices: Pick<LiveDevices, 'isPrinterReady'>,
  edges: LabelEdges | null,
): LabelRoute {
  return chooseRoute(routesOf(file), edges, devices.isPrinterReady);
}

/** Joins what labels a package: the desk that sees to it, the printing with its record, the labels fetched ahead. */
export function createLabelling(options: LabellingOptions): {
  readonly desk: LabelDesk;
  /** What fetches a shop's labels before anybody waits for them; the same one at every call. */
  readonly ahead: (shop: ShopId) => LabelsAhead;
} {
  const { db, bench, benchFile, publisher, workshop, store, devices, shops, now } = options;
  const printing = createLabelPrinting({
    ...{ db, bench, publisher, now },
    devices: () => devices,
    verifyLabel: () => benchFile().rules.verifyLabel,
    onSent: createSlipWithLabel({
      ...{ db, benchFile, publisher, now },
      print: (what) => printDocument(what, { db, home: db.home, benchFile, devices: () => devices, now }),
    }),
  });
  const desk = createLabelDesk({
    ...{ db, bench, store, printing, workshop, now },
    anyRoute: () => labelRoute(benchFile(), devices, null),
    language: () => benchFile().language,
    benchName: () => benchFile().bench,
    labelWaitMs: () => benchFile().rules.labelWaitSeconds * 1000,
    isOnline: (shop) => mayLabel(shops.byId(shop)),
    isPrinterReady: devices.isPrinterReady,
  });
  const aheadOf = (shop: ShopId) =>
    createLabelsAhead({
      ...{ shop, db, store, now, onFetched: options.onFetched },
      isOnline: () => shops.byId(shop)?.link.state().state === 'online',
      takeLabels: createTakeLabels({
        ...{ db, workshop, now, has: store.has, source: () => shops.byId(shop) },
        route: (edges) => labelRoute(benchFile(), devices, edges),
        size: () => labelSizeOf(routesOf(benchFile())),
      }),
      nextOnBench: () => nextOnBench(bench, shop),
    });
  const aheads = new Map<ShopId, LabelsAhead>();
  return {
    desk,
    ahead(shop) {
      const ahead = aheads.get(shop) ?? aheadOf(shop);
      aheads.set(shop, ahead);
      return ahead;
    },
  };
}
