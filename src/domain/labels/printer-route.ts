import { type ShopLabelSize, shopLabelSize } from './label-size.ts';
import type { LabelTarget } from './printer-language.ts';

/** A printer that labels may come out of; `device` is its id at the bench. */
export type LabelRoute = { readonly device: string; readonly target: LabelTarget };

/** The largest edges of the shop's labels, mm. */
const EDGES_MM: Readonly<Record<ShopLabelSize, readonly [short: number, long: number]>> = {
  small: [40, 58],
  big: [75, 120],
};

/** A label may be this much larger than the paper, mm; see the drawing of the shop's PDF. */
const TOLERANCE_MM = 1;

/** The size of the shop's labels at a bench: that of its first printer, so that all know one label of a package. */
export function labelSizeOf([first]: readonly [LabelRoute, ...LabelRoute[]]): ShopLabelSize {
  return shopLabelSize(first.target);
}

/**
 * The printer that a label comes out of now: the first that is ready and whose paper takes the label whole; the first of
 * all where none is, as its trouble is what the packer must hear of.
 */
export function chooseRoute(
  routes: readonly [LabelRoute, ...LabelRoute[]],
  isReady: (device: string) => boolean,
): LabelRoute {
  const size = labelSizeOf(routes);
  return routes.find(({ device, target }) => isReady(device) && takes(target, size)) ?? routes[0];
}

function takes({ widthMm, heightMm }: LabelTarget, size: ShopLabelSize): boolean {
  const [short, long] = EDGES_MM[size];
  const room = TOLERANCE_MM;
  return Math.min(widthMm, heightMm) + room >= short && Math.max(widthMm, heightMm) + room >= long;
}
