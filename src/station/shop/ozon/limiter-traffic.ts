import type { ShopPauseView, ShopWait } from '../traffic-port.ts';
import { featureOf } from './feature-of.ts';
import type { MethodLane } from './method-lanes.ts';

/** Calls that wait, counted by the bench's work, by who waits and by why. */
export function countWaits(
  waiting: readonly (Omit<ShopWait, 'feature' | 'calls'> & { readonly method: string })[],
): readonly ShopWait[] {
  const waits = new Map<string, ShopWait>();
  for (const { method, urgency, why } of waiting) {
    const feature = featureOf([method]);
    const key = JSON.stringify([feature, urgency, why]);
    waits.set(key, { feature, urgency, why, calls: (waits.get(key)?.calls ?? 0) + 1 });
  }
  return [...waits.values()];
}

/** The pauses of single methods; `endsAt` turns what is left, in ms, into a moment. */
export function methodPauses(
  lanes: readonly MethodLane[],
  nowMs: number,
  endsAt: (leftMs: number) => number,
): readonly ShopPauseView[] {
  return lanes.flatMap((lane) => {
    const feature = featureOf(lane.methods);
    const askedMs = lane.pause.leftMs(nowMs);
    const limitMs = lane.window?.freeInMs(nowMs) ?? 0;
    const asked: ShopPauseView = { feature, isWhole: false, why: 'asked', endsAt: endsAt(askedMs) };
    const limit: ShopPauseView = { feature, isWhole: false, why: 'limit', endsAt: endsAt(limitMs) };
    return [...(askedMs > 0 ? [asked] : []), ...(limitMs > 0 ? [limit] : [])];
  });
}
