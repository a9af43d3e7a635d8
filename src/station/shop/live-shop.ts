import type { BenchFile, ShopConfig } from '#contract/bench-file.ts';
import type { SecretKeeper } from '../station-options.ts';
import { type ConnectedShop, connectShop, type ShopOptions } from './connected-shop.ts';

/** The shop that the bench file names, connected while there is a key for it. */
export type LiveShop = {
  /** Connects, or connects anew where the shop or its key is another than before. */
  readonly reopen: () => Promise<void>;
  /** Null while no shop is connected. */
  readonly current: () => ConnectedShop | null;
  /** Labels may come: the shop answers, or nothing says yet that it does not, and its key is good for them. */
  readonly mayLabel: () => boolean;
  readonly answers: () => boolean;
  readonly close: () => Promise<void>;
};

export type LiveShopOptions = Omit<ShopOptions, 'config' | 'apiKey'> & {
  readonly benchFile: () => BenchFile;
  readonly secrets: SecretKeeper;
};

/** Holds the connection to the bench file's shop. */
export function createLiveShop({ benchFile, secrets, ...rest }: LiveShopOptions): LiveShop {
  let shop: ConnectedShop | null = null;
  let connectedTo: string | null = null;

  const keyOf = (config: ShopConfig) => config.apiKey ?? secrets.apiKeyOf(config.clientId);
  const state = () => shop?.link.state().state ?? 'none';

  return {
    async reopen() {
      const config = benchFile().shop;
      const apiKey = config === undefined ? null : keyOf(config);
      // A new key for the same account counts, too: the old one may have expired.
      const wanted = JSON.stringify([config, apiKey]);
      if (wanted === connectedTo) return;
      await shop?.close();
      shop = null;
      connectedTo = null;
      if (config !== undefined && apiKey !== null) shop = connectShop({ ...rest, config, apiKey });
      connectedTo = wanted;
    },
    current: () => shop,
    mayLabel: () =>
      shop !== null &&
      state() !== 'offline' &&
      state() !== 'unauthorized' &&
      !shop.missingFeatures().some((feature) => feature === 'labels' || feature === 'shipping'),
    answers: () => state() === 'online',
    close: async () => shop?.close(),
  };
}
