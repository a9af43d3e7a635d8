/** The pause that the shop wants of one method or of all, and the care that is due after it. Times are the limiter's, in ms. */
export type ShopPause = {
  /** What is left of it; 0 when none runs. */
  leftMs(nowMs: number): number;
  /** It is over, but no call has shown yet that the shop takes them again. */
  isOnTrial(): boolean;
  /** A call that began at `begunMs` was told to pause: as long as the shop asks, longer each time it has to ask anew. */
  ask(nowMs: number, begunMs: number, askedMs: number | null): void;
  /** A call that began at `begunMs` was answered without such a wish. */
  settle(begunMs: number): void;
};

const FIRST_MS = 1000;
const LONGEST_GROWN_MS = 60_000;

/** A pause that does not run. What was under way when it began says nothing of what comes after it. */
export function createShopPause(): ShopPause {
  let until = Number.NEGATIVE_INFINITY;
  let askedLast = Number.NEGATIVE_INFINITY;
  let inARow = 0;
  return {
    leftMs: (nowMs) => Math.max(until - nowMs, 0),
    isOnTrial: () => inARow > 0,
    ask(nowMs, begunMs, askedMs) {
      const isNew = begunMs >= askedLast;
      if (isNew) {
        inARow += 1;
        askedLast = nowMs;
      }
      const grownMs = isNew ? Math.min(FIRST_MS * 2 ** (inARow - 1), LONGEST_GROWN_MS) : 0;
      until = Math.max(until, nowMs + Math.max(askedMs ?? 0, grownMs));
    },
    settle(begunMs) {
      if (begunMs >= askedLast) inARow = 0;
    },
  };
}
