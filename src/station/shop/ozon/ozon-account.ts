import type { ShopId } from '#domain/ids.ts';
import type { SellerAccount } from '../seller-account.ts';
import { accountMethods } from './account/account.ts';
import type { AccountParts } from './account-parts.ts';
import { afterSaleMethods } from './after-sale/after-sale.ts';
import { boxMethods } from './boxes/boxes.ts';
import { cancelMethods } from './cancel/cancel.ts';
import { cargoMethods } from './cargo/cargo.ts';
import { carriageMethods } from './carriage/carriage.ts';
import { catalogueMethods } from './catalogue/catalogue.ts';
import { chatMethods } from './chat/chat.ts';
import { createClient } from './client.ts';
import { collectingMethods } from './collecting/collecting.ts';
import { credentialMethods } from './credentials.ts';
import { declarationMethods } from './declaration/declaration.ts';
import { deliveryMethods } from './delivery/delivery.ts';
import { disputeMethods } from './dispute/dispute.ts';
import { correctionMethods } from './exemplar-update.ts';
import { markingMethods } from './exemplars.ts';
import { financeMethods } from './finance/finance.ts';
import { handoverMethods } from './handover.ts';
import { labelMethods } from './labels/labels.ts';
import type { Limiter } from './limiter.ts';
import { limitMethods } from './limits/limits.ts';
import { notificationMethods } from './notification/notification.ts';
import { passMethods } from './passes/passes.ts';
import { pickupMethods } from './pickup/pickup.ts';
import { pictureMethods } from './pictures.ts';
import { postingMethods } from './postings.ts';
import { productImportMethods } from './product-import/product-import.ts';
import { productMethods } from './products.ts';
import { returnRequestMethods } from './return-requests/return-requests.ts';
import { sharedLimiter } from './shared-limiter.ts';
import { shipMethods } from './ship.ts';
import { splitMethods } from './split/split.ts';

/** How to reach an Ozon seller account. */
export type OzonSettings = {
  readonly shop: ShopId;
  /** Base address: `https://api-seller.ozon.ru`, or a stand-in's. Must be a valid http(s) address. */
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  readonly fetch?: typeof fetch;
  /** Epoch ms. */
  readonly now: () => number;
  /** The one that everything with this Client-Id shares, unless told; for tests and measurements. */
  readonly limiter?: Limiter;
  /** Longest wait for one answer, in ms; 15 s unless told. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 15_000;

/** An Ozon seller account (FBS and rFBS). Throws only for an address that is none. */
export function createOzonAccount(settings: OzonSettings): SellerAccount {
  const url = new URL(settings.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError(`no http address: ${url.protocol}`);
  const { shop, now } = settings;
  const send = settings.fetch ?? fetch;
  const timeoutMs = settings.timeoutMs ?? TIMEOUT_MS;
  const limiter = settings.limiter ?? sharedLimiter(settings.url, settings.clientId);
  const client = createClient({
    url: settings.url,
    clientId: settings.clientId.trim(),
    apiKey: settings.apiKey.trim(),
    fetch: send,
    now,
    limiter,
    timeoutMs,
  });
  const parts: AccountParts = { shop, client, now, fetch: send, apiUrl: settings.url, timeoutMs };
  return {
    ...credentialMethods(parts),
    ...postingMethods(parts),
    ...productMethods(parts),
    ...pictureMethods(parts),
    ...markingMethods(parts),
    ...limitMethods(parts),
    ...boxMethods(parts),
    ...shipMethods(parts),
    ...labelMethods(parts),
    ...handoverMethods(parts),
    traffic: () => limiter.traffic(now()),
    facts: accountMethods(parts),
    cancelling: cancelMethods(parts),
    splitting: splitMethods(parts),
    corrections: correctionMethods(parts),
    afterSale: afterSaleMethods(parts),
    declarations: declarationMethods(parts),
    delivery: deliveryMethods(parts),
    carriages: carriageMethods(parts),
    productImport: productImportMethods(parts),
    chats: chatMethods(parts),
    returnRequests: returnRequestMethods(parts),
    catalogue: catalogueMethods(parts),
    collecting: collectingMethods(parts),
    disputes: disputeMethods(parts),
    passes: passMethods(parts),
    cargo: cargoMethods(parts),
    pickup: pickupMethods(parts),
    accruals: financeMethods(parts),
    notifications: notificationMethods(parts),
  };
}
