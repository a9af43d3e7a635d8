import type { ShopFeature } from '#contract/shop-feature.ts';

/**
 * Calls that have not begun. `places`: as many as may be are under way. `limit`: the shop's limit over everything;
 * `method-limit`: the one of this work. `trial`: a pause is over, and a few calls try first whether the shop is ready.
 */
export type ShopWait = {
  /** Null for what belongs to no one work. */
  readonly feature: ShopFeature | null;
  readonly urgency: 'packer' | 'screen' | 'background';
  readonly why: 'places' | 'limit' | 'method-limit' | 'trial';
  readonly calls: number;
};

/** A stretch in which nothing is sent: the shop asked for it, or a limit is used up. `endsAt` is epoch ms. */
export type ShopPauseView = {
  readonly feature: ShopFeature | null;
  /** Nothing at all is sent, whatever it is for. */
  readonly isWhole: boolean;
  readonly why: 'asked' | 'limit';
  readonly endsAt: number;
};

/** What goes to the shop for one account, from everything in this process. */
export type ShopTraffic = {
  readonly underWay: number;
  readonly waiting: readonly ShopWait[];
  readonly pauses: readonly ShopPauseView[];
};
