import { type BenchFile, type ShopConfig, shopIdOf } from '#contract/bench-file.ts';
import type { Language } from '#contract/language.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { labelSizeOf } from '#domain/labels/printer-route.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { createAttendance } from './attendance.ts';
import { createLiveBenchFile } from './bench-file/live-bench-file.ts';
import type { BenchDatabase } from './database/bench-database.ts';
import type { DatabaseProblem } from './database/database-problem.ts';
import { halfJobNote } from './database/half-jobs.ts';
import { openDatabase } from './database/open-database.ts';
import { lastRecordedWeightG } from './database/packages.ts';
import { shopOfPosting } from './database/shop-of-posting.ts';
import { createLiveDevices } from './devices/live-devices.ts';
import { routesOf } from './devices/printers-of-bench.ts';
import type { Scan } from './devices/scanners/scan.ts';
import { guarded } from './guarded.ts';
import { createLabelStore } from './labelling/label-store.ts';
import { createLabelling, labelRoute } from './labelling/labelling.ts';
import { createPairedWorkshop } from './labels/paired-workshop.ts';
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
import { followPushes } from './shop/follow-pushes.ts';
import { createLiveShops } from './shop/live-shops.ts';
import { settleInterrupted } from './shop/settle-interrupted.ts';
import { createShopChores } from './shop/shop-chores.ts';
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
  const workshop = createPairedWorkshop({ target: routesOf(benchFile())[0].target });
  const planner = createCartonPlanner();
  const source = (number: PostingNumber) => shops.of(number);
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
  const shops = createLiveShops({
    ...{ benchFile, secrets, db, bench, publisher, now, random },
    onListed: (shop, postings) => labelling.ahead(shop).listed(postings),
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
  const shopNews = createShopNews({ db, publisher, benchFile, shops });
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
    shops,
    onFetched,
    now,
  });
  const pictures = createPackagePictures(planner, () => picture.isDue());
  const view = {
    ...{ db, bench, benchFile, pictures, secrets, now, isDemo: options.isDemo },
    devices: devices.health,
    shops,
    isSimulated: () => (devices.current()?.simulated ?? null) !== null,
  };
  const picture = createBenchPicture(publisher, view);
  const planning = createCartonPlanning({ bench, benchFile, planner, pictures });
  const news = createListNews({ db, publisher, onNews: picture.isDue });
  const attendance = createAttendance(
    [
      planning,
      createShopChores({ db, bench, shops, labelsAhead: labelling.ahead, now }),
      () => labelling.desk.attend(),
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
      shops,
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
  const { db, publisher, file, bench, devices, shops, picture, attendance } = parts;
  const { now } = options;
  const upkeep = startUpkeep({ db, now });
  const pushes = followPushes({
    ...{ home: options.home, now },
    sellers: () =>
      new Map(file.current().shops.map((config) => [config.clientId, shops.byId(shopIdOf(config))])),
    sellerOf: (posting) => {
      const shop = shopOfPosting(db, posting);
      return file.current().shops.find((config) => shopIdOf(config) === shop)?.clientId ?? null;
    },
  });
  const contextOf = procedureContext(options, parts);
  try {
    settleInterrupted(db, now());
    catchUpWithShop({ db, bench, now });
  } catch (cause) {
    reportFailure('catch up', cause);
  }
  let again: NodeJS.Timeout | null = null;
  /** What an interrupted send left is noted when the shop is connected; a disk that is full then may be better soon. */
  const openShop = () =>
    void shops.reopen().then(parts.shopNews, (cause) => {
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
    call: (procedure, input, shop) => callProcedure(contextOf(shop), procedure, input),
    async wake() {
      for (const { reader, requests, sender } of shops.connected()) {
        reader.readNow();
        requests.readNow();
        sender.kick();
      }
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
      await Promise.all([shops.close(), parts.workshop.close(), parts.planner.close(), upkeep.close()]);
      db.close();
    },
  };
}

/** What procedures work on, given the shop that a call names. */
function procedureContext(options: StationOptions, parts: Parts): (shop?: ShopId) => ProcedureContext {
  const { db, publisher, file, bench, store, workshop, devices, shops, view, picture } = parts;
  const shared = {
    ...{ db, bench, publisher, store, workshop, shops },
    ...{ lookup: parts.lookup, home: options.home, now: options.now, secrets: options.secrets },
    benchFile: file.current,
    view: () => viewBench(view),
    viewShop: (config: ShopConfig) => viewShop(config, view),
    devices: devices.current,
    speakLanguage(language: Language) {
      file.replace({ ...file.current(), language });
      picture.isDue();
    },
    async replaceBenchFile(changed: BenchFile) {
      file.replace(changed);
      await Promise.all([devices.reopen(), shops.reopen()]);
      parts.shopNews();
      bench.refreshPosting();
      bench.refreshActor();
      picture.isDue();
      publisher.publish('changed', { list: 'settings' });
    },
  };
  return (named) => {
    const [only, ...others] = file.current().shops;
    const shopId = named ?? (only === undefined || others.length > 0 ? null : shopIdOf(only));
    const shop = () => (shopId === null ? null : shops.byId(shopId));
    return {
      ...{ ...shared, shopId, shop },
      shopOf: (posting) => (shopOfPosting(db, posting) === null ? shop() : shops.of(posting)),
    };
  };
}
