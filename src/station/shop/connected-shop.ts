import { type ShopConfig, shopIdOf } from '#contract/bench-file.ts';
import type { ShopFeature } from '#contract/shop-feature.ts';
import type { ShopId } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { type ChatDesk, createChatDesk } from '../chat/chat-desk.ts';
import { followUnread, type UnreadFollower } from '../chat/follow-unread.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { hurryOutbox } from '../database/outbox.ts';
import type { PostingChange } from '../database/postings.ts';
import { transaction, tryTransaction } from '../database/transaction.ts';
import { ageVocabulary } from '../database/vocabulary.ts';
import { type AccrualNames, createAccrualNames } from '../finance/accrual-names.ts';
import { createSender, type Sender } from '../outbox/sender.ts';
import { settleDelivery } from '../outbox/settle-delivery.ts';
import type { Bench } from '../packing/bench.ts';
import { createImportRunner, type ImportRunner } from '../product-import/import-runner.ts';
import { reportFailure } from '../report-failure.ts';
import type { StationPublisher } from '../station-events.ts';
import { type CatalogueReader, createCatalogueReader } from './catalogue-reader.ts';
import { createHandoverFollower } from './follow-handovers.ts';
import { createOzonAccount } from './ozon/ozon-account.ts';
import { type ChangedProducts, readProductsAgain } from './read-products-again.ts';
import type { Credentials, SellerAccount, ShopAnswer } from './seller-account.ts';
import { createShopLink, type ShopLink } from './shop-link.ts';
import { createShopReader, type ShopReader } from './shop-reader.ts';
import { createStockWriter, type StockWriter } from './stock-writer.ts';
import { warnOfKey } from './warn-of-key.ts';
import { type RequestWatch, watchRequests } from './watch-requests.ts';

export type ShopOptions = {
  readonly config: ShopConfig;
  readonly apiKey: string;
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly publisher: StationPublisher;
  readonly onListed: (shop: ShopId, postings: readonly Posting[]) => void;
  readonly onChanges: (changes: readonly PostingChange[]) => void;
  readonly onLinkChange: () => void;
  readonly onRead: () => void;
  /** Told when messages of buyers came or were read. */
  readonly onChats: () => void;
  readonly now: () => number;
  readonly random: () => number;
};

/** A seller account at work: reading, sending, and the state of both. */
export type ConnectedShop = {
  readonly account: SellerAccount;
  readonly link: ShopLink;
  readonly sender: Sender;
  readonly reader: ShopReader;
  readonly imports: ImportRunner;
  readonly requests: RequestWatch;
  readonly id: ShopId;
  readonly chats: {
    readonly desk: ChatDesk;
    readonly unread: UnreadFollower;
    /** The chats into which something is being sent at this moment. */
    readonly underWay: Set<string>;
  };
  /** Brings in the seller's products while somebody wants to see them. */
  readonly catalogue: CatalogueReader;
  /** Reads products anew of which the shop says that they changed. */
  readonly readProductsAgain: (changed: ChangedProducts) => Promise<boolean>;
  /** The shop changed its categories: what is kept of them is asked for again. */
  readonly ageVocabulary: () => void;
  /** What the shop calls the things that it credits and charges for. */
  readonly accrualNames: () => ShopAnswer<AccrualNames>;
  /** Sends the stocks that leads have set. */
  readonly stocks: StockWriter;
  /** The key's expiry and missing rights, once the shop has said them. */
  credentials(): Credentials | null;
  /** What the key does not allow, by its own rights and by what the shop refused. */
  missingFeatures(): readonly ShopFeature[];
  close(): Promise<void>;
};

/** A handover is looked at with every twentieth poll: ten minutes, as benches usually poll. */
const pollsBetweenLooks = 20;
const credentialsEveryMs = 6 * 3_600_000;

/** Connects to the shop of a bench file and begins to read and to send. */
export function connectShop(options: ShopOptions): ConnectedShop {
  const { config, db, bench, publisher, now } = options;
  const shop = shopIdOf(config);
  const account = createOzonAccount({
    shop,
    url: config.url,
    clientId: config.clientId,
    apiKey: options.apiKey,
    now,
  });
  let isOnline = false;
  /** What was put off for minutes while the shop was away goes out now. */
  const hurry = () => {
    const hurried = tryTransaction(db, () => hurryOutbox(db, shop, now()));
    if (!hurried.ok) reportFailure('outbox', hurried.error.detail);
    sender.kick();
  };
  const link = createShopLink({
    now,
    onChange: () => {
      const cameBack = !isOnline && link.state().state === 'online';
      isOnline = link.state().state === 'online';
      options.onLinkChange();
      if (cameBack) {
        hurry();
        watch.askWhereUnknown();
      }
    },
  });
  const sender = createSender({
    ...{ shop, db, account, link, publisher, now, random: options.random },
    settle: (row, payload, delivery) => settleDelivery({ db, bench, now }, row, payload, delivery),
  });
  const reader = createShopReader({
    shop,
    db,
    account,
    link,
    now,
    pollMs: config.pollSeconds * 1000,
    onListed: (postings) => options.onListed(shop, postings),
    onChanges: options.onChanges,
    onRead: () => {
      options.onRead();
      handovers.look();
    },
    onProducts: (skus) => {
      const onBench = bench.onBench?.session.lines ?? [];
      if (onBench.some((line) => skus.includes(line.sku))) bench.refreshPosting();
      publisher.publish('changed', { list: 'queue' });
    },
  });
  const onCards = () => publisher.publish('changed', { list: 'products' });
  const catalogue = createCatalogueReader({ shop, db, account, link, now, onProgress: onCards });
  const everyMs = pollsBetweenLooks * config.pollSeconds * 1000;
  const handovers = createHandoverFollower({ db, shop: { id: shop, account, link }, now, everyMs });
  const stocks = createStockWriter({
    ...{ shop, db, account, link, now },
    onChange: () => publisher.publish('changed', { list: 'products' }),
  });
  stocks.kick();
  const warn = ({ expiresAt }: Credentials) =>
    warnOfKey(db, { clientId: config.clientId, expiresAt, now: now() });
  const watch = watchCredentials(account, link, warn, options.onLinkChange);
  const unread = followUnread({
    ...{ port: account.chats, link, now, onNews: options.onChats },
    mayRead: () => watch.credentials()?.missing.every(({ feature }) => feature !== 'chats') === true,
  });
  const chats = {
    desk: createChatDesk({ port: account.chats, link, now }),
    unread,
    underWay: new Set<string>(),
  };
  reader.start();
  sender.kick();
  const requests = watchRequests({ shop, db, account, link, now, pollMs: config.pollSeconds * 1000 });
  const imports = createImportRunner({ shop, db, account, link, now });
  return {
    ...{ account, link, sender, reader, requests, imports, chats, id: shop },
    catalogue,
    readProductsAgain: (changed) => readProductsAgain(changed, { db, shop, reader, catalogue, onCards }),
    ageVocabulary: () => transaction(db, () => ageVocabulary(db, shop)),
    accrualNames: createAccrualNames({ port: account.accruals, link, now }),
    stocks,
    credentials: watch.credentials,
    missingFeatures: () => {
      const lacking = new Set(watch.credentials()?.missing.map(({ feature }) => feature));
      for (const feature of link.lacks()) lacking.add(feature);
      return [...lacking];
    },
    async close() {
      watch.close();
      const parts = [reader, sender, requests, imports, unread, handovers, catalogue, stocks];
      await Promise.all(parts.map((part) => part.close()));
      link.close();
    },
  };
}

function watchCredentials(
  account: SellerAccount,
  link: ShopLink,
  onAnswer: (credentials: Credentials) => void,
  onChange: () => void,
) {
  const abort = new AbortController();
  let credentials: Credentials | null = null;
  const askNow = async () => {
    const answer = await link.call(() => account.checkCredentials(abort.signal));
    if (!answer.ok || abort.signal.aborted) return;
    credentials = answer.value;
    link.forgetLacks();
    onAnswer(credentials);
    onChange();
  };
  const ask = () => askNow().catch((cause) => reportFailure('credentials', cause));
  void ask();
  const timer = setInterval(ask, credentialsEveryMs);
  return {
    credentials: () => credentials,
    askWhereUnknown() {
      if (credentials === null) void ask();
    },
    close() {
      clearInterval(timer);
      abort.abort();
    },
  };
}
