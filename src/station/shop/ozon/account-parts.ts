import type { ShopId } from '#domain/ids.ts';
import type { OzonClient } from './client.ts';

/** What every group of methods works with. */
export type AccountParts = {
  readonly shop: ShopId;
  readonly client: OzonClient;
  /** Epoch ms. */
  readonly now: () => number;
  /** For files outside the API; never sees the key. */
  readonly fetch: typeof fetch;
  readonly apiUrl: string;
  readonly timeoutMs: number;
};
