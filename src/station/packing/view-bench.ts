import { type BenchFile, type ShopConfig, shopIdOf, shopNameOf } from '#contract/bench-file.ts';
import type { BenchView, Counts, DeviceView, ShopView } from '#contract/bench-view.ts';
import type { Sku } from '#domain/ids.ts';
import type { Product } from '#domain/posting/product.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { countWaitingRequests } from '../database/buyer-requests.ts';
import { getLabel } from '../database/labels.ts';
import { countPacked } from '../database/manifest-rows.ts';
import { countOutbox } from '../database/outbox.ts';
import { countRelabel } from '../database/packages.ts';
import { countDueUpTo, countPostings } from '../database/posting-queue.ts';
import { getPrintJob } from '../database/print-jobs.ts';
import { getProducts } from '../database/products.ts';
import { countOpenTasks } from '../database/tasks.ts';
import type { DeviceHealth } from '../devices/health.ts';
import type { LiveShops } from '../shop/live-shops.ts';
import type { SecretKeeper } from '../station-options.ts';
import type { Bench } from './bench.ts';
import { localDay } from './local-day.ts';
import { actorOf } from './lookups.ts';
import type { OnBench } from './on-bench.ts';
import type { PackagePictures } from './package-pictures.ts';
import { toSessionView } from './session-view.ts';

export type ViewOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly benchFile: () => BenchFile;
  readonly devices: () => readonly DeviceHealth[];
  readonly shops: Pick<LiveShops, 'byId' | 'connected'>;
  readonly secrets: Pick<SecretKeeper, 'howKept'>;
  readonly pictures: PackagePictures;
  readonly isDemo: boolean;
  readonly isSimulated: () => boolean;
  /** Epoch ms. */
  readonly now: () => number;
};

const urgentMs = 2 * 3_600_000;

/** Everything the window paints, as it is on disk and on the wires now. */
export function viewBench(options: ViewOptions): BenchView {
  const { bench, pictures } = options;
  const file = options.benchFile();
  const onBench = bench.onBench;
  const session =
    onBench === null
      ? null
      : toSessionView(onBench.session, {
          posting: onBench.posting,
          packerName: actorOf(file, onBench.session.packer)?.name ?? onBench.session.packer,
          products: withAskedAbout(onBench, options.db),
          cartons: file.cartons,
          rules: file.rules,
          readsWhenWorn: ({ isInterim, shopPosting }) =>
            isInterim ||
            shopPosting === null ||
            (getLabel(options.db, shopPosting)?.prepared?.readsWhenWorn ?? true),
          printerOf: ({ label }) =>
            'job' in label ? (getPrintJob(options.db, label.job)?.printer ?? null) : null,
          pictureOf: (parcel) => pictures.pictureOf(parcel, onBench.products, file.cartons),
        });
  return {
    bench: file.bench,
    language: file.language,
    actor: bench.actor,
    people: file.people.map(({ id, name, role, pinHash }) => ({
      id,
      name,
      role,
      hasPin: pinHash !== undefined,
    })),
    shops: file.shops.map((config) => viewShop(config, options)),
    isDemo: options.isDemo,
    devices: options.devices().map(viewDevice),
    keyboardScanner: file.keyboardScanner ?? null,
    session,
    alarm: bench.alarm,
    lastVerdict: bench.lastVerdict,
    verdictSeq: bench.verdictSeq,
    counts: viewCounts(options),
    isSimulated: options.isSimulated(),
  };
}

/** The posting's products and those that the packer is asked about: a wrong item is shown by its name too. */
function withAskedAbout({ session, products }: OnBench, db: BenchDatabase): ReadonlyMap<Sku, Product> {
  const { pending } = session;
  const asked =
    pending?.kind === 'product'
      ? pending.candidates
      : pending?.kind === 'rejection' && pending.sku !== null
        ? [pending.sku]
        : [];
  const others = asked.filter((sku) => !products.has(sku));
  return others.length === 0 ? products : new Map([...products, ...getProducts(db, others)]);
}

/** A device as the window shows it; the system's own words stay in the log. */
export function viewDevice({ device, name, kind, at, state, sinceAt, detail }: DeviceHealth): DeviceView {
  return {
    device,
    ...(name === undefined ? {} : { name }),
    kind,
    at,
    state,
    sinceAt: Math.round(sinceAt),
    detail,
  };
}

/** A shop of the bench file's as the window shows it. */
export function viewShop(
  config: ShopConfig,
  { shops, secrets, benchFile, db, now }: Pick<ViewOptions, 'shops' | 'secrets' | 'benchFile' | 'db' | 'now'>,
): ShopView {
  const id = shopIdOf(config);
  const shop = shops.byId(id);
  const link = shop?.link.state();
  const isOnly = benchFile().shops.length <= 1;
  const { ready, sending, unknown, parked } = countOutbox(db, id);
  return {
    ...{ id, name: shopNameOf(config), clientId: config.clientId },
    state: link?.state ?? 'none',
    sinceAt: link?.sinceAt ?? now(),
    key: config.apiKey === undefined ? secrets.howKept(config.clientId, isOnly) : 'kept',
    keyExpiresAt: shop?.credentials()?.expiresAt ?? null,
    keyTrouble: link?.trouble ?? null,
    missingFeatures: [...(shop?.missingFeatures() ?? [])],
    owed: ready + sending + unknown,
    parked,
    lastReadAt: shop?.reader.lastReadAt() ?? null,
  };
}

function viewCounts({ db, now, shops }: ViewOptions): Counts {
  const connected = shops.connected();
  return {
    queued: countPostings(db, 'queued'),
    urgent: countDueUpTo(db, now() + urgentMs),
    held: countPostings(db, 'held'),
    relabel: countRelabel(db),
    tasks: countOpenTasks(db),
    requests: connected.reduce((sum, { id }) => sum + countWaitingRequests(db, id), 0),
    packedToday: countPacked(db, localDay(new Date(now()))),
    unreadMessages: connected.reduce((sum, { chats }) => sum + chats.unread.count(), 0),
  };
}
