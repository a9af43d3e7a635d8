import { labelSizeOf } from '#domain/labels/printer-route.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { createAttendance } from './attendance.ts';
import { createLiveBenchFile } from './bench-file/live-bench-file.ts';
import type { BenchDatabase } from './database/bench-database.ts';
import type { DatabaseProblem } from './database/database-problem.ts';
import { halfJobNote } from './database/half-jobs.ts';
import { openDatabase } from './database/open-database.ts';
import { lastRecordedWeightG } from './database/packages.ts';
import { createLiveDevices } from './devices/live-devices.ts';
import { routesOf } from './devices/printers-of-bench.ts';
import type { Scan } from './devices/scanners/scan.ts';
import { guarded } from './guarded.ts';
import { createLabelStore } from './labelling/label-store.ts';
import { createLabelling, labelRoute } from './labelling/labelling.ts';
import { createLabelWorkshop } from './labels/label-workshop.ts';
import { createListNews } from './list-news.ts';
import { Bench } from './packing/bench.ts';
import { createBenchPicture } from './packing/bench-picture.ts';
import { createCartonPlanner } from './packing/carton-planner.ts';
import { oneScanATurn } from './packing/one-scan-a-turn.ts';
import { createPackagePictures } from './packing/package-pictures.ts';
import { createParcelScale } from './packing/parcel-scale.ts';
import { createCartonPlanning } from './packing/plan-cartons.ts';
import { createScanLookup } from './packing/scan-lookup.ts';
import { applyShopChanges, catchUpWithShop } from './packing/shop-changes.ts';
import { viewBench, viewDevice, viewShop } from './packing/view-bench.ts';
import { type Caller, callProcedure } from './procedures/call-procedure.ts';
import type { ProcedureContext } from './procedures/procedure-context.ts';
import { reportFailure } from './report-failure.ts';
import { createBarcodeSearch } from './shop/barcode-search.ts';
import { followPushes } from './shop/follow-pushes.ts';
import { createLimitsAhead } from './shop/limits-ahead.ts';
import { createLiveShop } from './shop/live-shop.ts';
import { createMarkingChecks } from './shop/marking-checks.ts';
import { settleInterrupted } from './shop/settle-interrupted.ts';
import { createShopNews } from './shop/shop-news.ts';
import { createPublisher, type StationPublisher } from './station-events.ts';
import type { StationOptions } from './station-options.ts';
import { startUpkeep } from './upkeep/upkeep.ts';

/** A running bench: answers procedures, publishes events, until it is closed. */
export type Station = {
  readonly publisher: StationPublisher;
  /** Calls a procedure by name with unchecked input, as it came over a wire; see `contract/procedures`. */
  readonly call: Caller;
  /** The computer slept: connects the devices anew, asks the shop at once what is new and tells it what is owed. */
  wake(): Promise<void>;
  /** Ends everything in order; what was confirmed is on disk, what was owed stays owed. */
  close(): Promise<void>;
};

export type StationProblem = { readonly code: 'database'; readonly problem: DatabaseProblem };

const attendEveryMs = 500;
const connectAgainMs = 5_000;

/** Starts a bench: database first, then everything that works on it. Fails only when the database cannot be used. */
export async function startStation(options: StationOptions): Promise<Result<Station, StationProblem>> {
  const { home, resourcesDir, now } = options;
  const startedMs = options.monotonicMs();
  const opened = openDatabase({ home, resourcesDir, now });
  if (!opened.ok) return err({ code: 'database', problem: opened.error });
  const parts = assemble(options, opened.value);
  return ok(open(options, parts, startedMs));
}

type Parts = ReturnType<typeof assemble>;

/** Builds every part of the bench around its database; nothing is connected yet. */
function assemble(options: StationOptions, db: BenchDatabase) {
  const { now, monotonicMs, random, secrets } = options;
  const publisher = createPublisher();
  const file = createLiveBenchFile(options.benchFilePath, options.benchFile);
  const benchFile = file.current;
  const workshop = createLabelWorkshop({ target: routesOf(benchFile())[0].target });
  const planner = createCartonPlanner();
  const source = () => shop.current();
  const store = createLabelStore({
    ...{ db, workshop, source, now },
    route: (edges) => labelRoute(benchFile(), devices, edges),
    size: () => labelSizeOf(routesOf(benchFile())),
  });
  const bench = new Bench({
    ...{ db, benchFile, publisher, now, monotonicMs, hasLabel: store.has },
    isScaleThere: () => devices.isScaleReady(),
  });
  const scale = createParcelScale(bench, publisher, lastRecordedWeightG(db));
  const lookup = createScanLookup({ publisher, monotonicMs });
  const takeScan = ({ text, device }: Scan) => {
    if (!lookup.takes(text)) bench.scan(text, device);
  };
  const scans = oneScanATurn(guarded('scan', takeScan));
  const devices = createLiveDevices(benchFile, {
    ...{ now, monotonicMs },
    halfJobOf: (device, at) => halfJobNote(db, device, at),
    onScan: scans.put,
    onReading: guarded('scale', scale.read),
    onHealth: (health) => {
      publisher.publish('device', viewDevice(health));
      picture.isDue();
      attendance.soon();
    },
  });
  const shop = createLiveShop({
    ...{ benchFile, secrets, db, bench, publisher, now, random },
    onListed: (postings) => labelling.ahead.listed(postings),
    onChanges: (changes) => {
      applyShopChanges({ db, bench, now }, changes);
      publisher.publish('changed', { list: 'queue' });
      picture.isDue();
    },
    onLinkChange: () => {
      shopNews();
      picture.isDue();
      attendance.soon();
    },
    onRead: () => shopNews(),
    onChats: () => {
      publisher.publish('changed', { list: 'chats' });
      picture.isDue();
    },
  });
  const shopNews = createShopNews({ db, publisher, benchFile, shop: shop.current });
  const onFetched = () => {
    publisher.publish('changed', { list: 'relabel' });
    picture.isDue();
    // The package on the bench may be waiting for this very label.
    attendance.soon();
  };
  const labelling = createLabelling({
    db,
    bench,
    benchFile,
    publisher,
    workshop,
    store,
    devices,
    shop,
    onFetched,
    now,
  });
  const pictures = createPackagePictures(planner, () => picture.isDue());
  const view = {
    ...{ db, bench, benchFile, pictures, secrets, now, isDemo: options.isDemo },
    devices: devices.health,
    shop: shop.current,
    isSimulated: () => (devices.current()?.simulated ?? null) !== null,
  };
  const picture = createBenchPicture(publisher, view);
  const planning = createCartonPlanning({ bench, benchFile, planner, pictures });
  const news = createListNews({ db, publisher, onNews: picture.isDue });
  const attendance = createAttendance(
    [
      planning,
      () => shop.current()?.sender.kick(),
      createMarkingChecks({ bench, shop: shop.current, now }),
      createBarcodeSearch({ bench, shop: shop.current }),
      createLimitsAhead({ db, bench, shop: shop.current, now }),
      () => labelling.desk.attend(),
      () => labelling.ahead.work(),
    ],
    attendEveryMs,
  );
  bench.onChange(() => {
    picture.isDue();
    attendance.soon();
  });
  return {
    ...{
      db,
      publisher,
      file,
      bench,
      store,
      workshop,
      planner,
      devices,
      lookup,
      scans,
      shop,
      shopNews,
      view,
      picture,
      news,
      attendance,
    },
  };
}

/** Connects the parts with the world and answers for them until it is closed. */
function open(options: StationOptions, parts: Parts, startedMs: number): Station {
  const { db, publisher, file, bench, devices, shop, picture, attendance } = parts;
  const { now } = options;
  const upkeep = startUpkeep({ db, now });
  const pushes = followPushes({
    ...{ home: options.home, now, shop: shop.current },
    clientId: () => file.current().shop?.clientId ?? null,
  });
  const context = procedureContext(options, parts);
  try {
    settleInterrupted(db, now());
    catchUpWithShop({ db, bench, now });
  } catch (cause) {
    reportFailure('catch up', cause);
  }
  let again: NodeJS.Timeout | null = null;
  /** What an interrupted send left is noted when the shop is connected; a disk that is full then may be better soon. */
  const openShop = () =>
    void shop.reopen().then(parts.shopNews, (cause) => {
      reportFailure('shop', cause);
      again = setTimeout(openShop, connectAgainMs);
    });
  // In the next turn, when whoever started the station listens: `ready` is the first thing that it says.
  const opening = setImmediate(() => {
    const startedInMs = Math.round(options.monotonicMs() - startedMs);
    publisher.publish('ready', { bench: file.current().bench, version: options.version, startedInMs });
    devices.reopen().catch((cause) => reportFailure('devices', cause));
    openShop();
    picture.isDue();
    attendance.soon();
  });
  return {
    publisher,
    call: (procedure, input) => callProcedure(context, procedure, input),
    async wake() {
      shop.current()?.reader.readNow();
      shop.current()?.requests.readNow();
      shop.current()?.sender.kick();
      await devices.reopen();
    },
    async close() {
      clearImmediate(opening);
      if (again !== null) clearTimeout(again);
      attendance.close();
      parts.news.close();
      picture.close();
      parts.scans.close();
      await pushes.close();
      await devices.close();
      await Promise.all([shop.close(), parts.workshop.close(), parts.planner.close(), upkeep.close()]);
      db.close();
    },
  };
}

/** What procedures work on. */
function procedureContext(options: StationOptions, parts: Parts): ProcedureContext {
  const { db, publisher, file, bench, store, workshop, devices, shop, view, picture } = parts;
  return {
    ...{
      db,
      bench,
      publisher,
      store,
      workshop,
      lookup: parts.lookup,
      home: options.home,
      now: options.now,
      secrets: options.secrets,
    },
    benchFile: file.current,
    view: () => viewBench(view),
    viewShop: () => viewShop(view),
    devices: devices.current,
    shop: shop.current,
    speakLanguage(language) {
      file.replace({ ...file.current(), language });
      picture.isDue();
    },
    async replaceBenchFile(changed) {
      file.replace(changed);
      await Promise.all([devices.reopen(), shop.reopen()]);
      parts.shopNews();
      bench.refreshPosting();
      bench.refreshActor();
      publisher.publish('changed', { list: 'settings' });
    },
  };
}
