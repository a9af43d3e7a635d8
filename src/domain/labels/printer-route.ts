import { type ShopLabelSize, shopLabelSize } from './label-size.ts';
import type { LabelTarget } from './printer-language.ts';

/** A printer that labels may come out of; `device` is its id at the bench. */
export type LabelRoute = { readonly device: string; readonly target: LabelTarget };

/** The printers of a bench in the order in which they are preferred; there is always one to name. */
export type LabelRoutes = readonly [LabelRoute, ...LabelRoute[]];

/** How large a label is, upright or turned, mm. */
export type LabelEdges = { readonly widthMm: number; readonly heightMm: number };

/** The largest edges of the shop's labels, mm. */
export const shopLabelEdges: Readonly<Record<ShopLabelSize, LabelEdges>> = {
  small: { widthMm: 58, heightMm: 40 },
  big: { widthMm: 75, heightMm: 120 },
};

/** A label may be this much larger than the paper, mm; see the drawing of the shop's PDF. */
const TOLERANCE_MM = 1;

/** The size in which a bench asks for the shop's labels: that of its first printer, so that all know one label of a package. */
export function labelSizeOf([first]: LabelRoutes): ShopLabelSize {
  return shopLabelSize(first.target);
}

/**
 * The printer that a label of this size comes out of now: the first that is ready among those whose paper takes it whole;
 * where none is, the first of these, as its trouble is what the packer must hear of; where no paper takes it, the first of
 * all. `edges` is null for a label that is drawn to fit any paper.
 */
export function chooseRoute(
  routes: LabelRoutes,
  edges: LabelEdges | null,
  isReady: (device: string) => boolean,
): LabelRoute {
  const fitting = edges === null ? routes : routes.filter(({ target }) => takes(target, edges));
  return fitting.find(({ device }) => isReady(device)) ?? fitting[0] ?? routes[0];
}

function takes(paper: LabelTarget, label: LabelEdges): boolean {
  const [paperShort, paperLong] = byLength(paper);
  const [short, long] = byLength(label);
  return paperShort + TOLERANCE_MM >= short && paperLong + TOLERANCE_MM >= long;
}

function byLength({ widthMm, heightMm }: LabelEdges): readonly [short: number, long: number] {
  return [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
}
