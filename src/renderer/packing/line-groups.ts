import type { LineView, SessionView } from '#contract/bench-view.ts';
import { type CartonPicture, toCartonPicture } from './carton-picture.ts';

/** The lines of a posting as they matter to the package in hand. */
export interface LineGroups {
  /** The line to scan now; null when the package is full. */
  readonly current: LineView | null;
  readonly upcoming: readonly LineView[];
  readonly done: readonly LineView[];
  /** Wanted, but in a package after this one. */
  readonly elsewhere: readonly LineView[];
  readonly unitsIn: number;
  readonly unitsWanted: number;
}

/** Sorts the lines: what the carton's picture wants next comes first, done lines sink. */
export function groupLines(session: SessionView, picture: CartonPicture): LineGroups {
  const open = session.lines.filter((line) => line.inPackage < line.wantedInPackage);
  const asked = session.pending?.kind === 'marking-code' ? session.pending.sku : null;
  const first = asked ?? picture.nextSku;
  const current = open.find((line) => line.sku === first) ?? open[0] ?? null;
  return {
    current,
    upcoming: open.filter((line) => line !== current),
    done: session.lines.filter((line) => line.packed > 0 && line.packed >= line.wanted),
    elsewhere: session.lines.filter(
      (line) => line.packed < line.wanted && line.inPackage >= line.wantedInPackage,
    ),
    ...countUnits(session),
  };
}

/** Units in the package in hand, and how many belong there. */
export function countUnits(session: SessionView): { readonly unitsIn: number; readonly unitsWanted: number } {
  return {
    unitsIn: session.lines.reduce((sum, line) => sum + line.inPackage, 0),
    unitsWanted: session.lines.reduce((sum, line) => sum + line.wantedInPackage, 0),
  };
}

/** The groups with the picture they follow; `lastSku` is the product scanned last. */
export function linesAndPicture(
  session: SessionView,
  lastSku: string | null,
): { readonly groups: LineGroups; readonly picture: CartonPicture } {
  const picture = toCartonPicture(session, lastSku);
  return { picture, groups: groupLines(session, picture) };
}
