import { parseControlCode } from '#domain/scanning/control-code.ts';
import type { StationPublisher } from '../station-events.ts';

/** Who gets the next scans: the packing, or the screen of products while it is open. */
export type ScanLookup = {
  /** The screen of products is open, or was left. It says so again and again: a window that died takes no scans. */
  hold(isOpen: boolean): void;
  /** True where the screen takes this scan. Badges and control codes always belong to the bench. */
  takes(text: string): boolean;
};

/** Longer than the screen's own rhythm, so that one late word loses no scan, ms. */
const heldForMs = 10_000;

/** `monotonicMs` never goes back. */
export function createScanLookup(options: {
  readonly publisher: Pick<StationPublisher, 'publish'>;
  readonly monotonicMs: () => number;
}): ScanLookup {
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  return {
    hold(isOpen) {
      heldUntilMs = isOpen ? options.monotonicMs() + heldForMs : Number.NEGATIVE_INFINITY;
    },
    takes(text) {
      if (options.monotonicMs() >= heldUntilMs || parseControlCode(text) !== null) return false;
      options.publisher.publish('lookup', { text });
      return true;
    },
  };
}
