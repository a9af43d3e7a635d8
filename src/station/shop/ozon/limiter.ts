import type { ShopPauseView, ShopTraffic, ShopWait } from '../traffic-port.ts';
import { createCallWindow } from './call-window.ts';
import { type LimiterClock, realClock } from './limiter-clock.ts';
import { countWaits, methodPauses } from './limiter-traffic.ts';
import { createMethodLanes, type MethodLane } from './method-lanes.ts';
import { METHOD_LIMITS, type MethodLimit } from './method-limits.ts';
import { createShopPause, type ShopPause } from './shop-pause.ts';

/** Who waits for a call: a packer at the bench, a lead at the screen, or nobody. */
export type Urgency = 'packer' | 'screen' | 'background';

/** What became of a call that asked to go. */
export type Passage<Value> =
  | { readonly passed: true; readonly value: Value }
  /** It was not begun; `waitMs` is what is left of a pause, null when the caller gave up waiting. */
  | { readonly passed: false; readonly waitMs: number | null };

/** Who asks to go. `signal` ends the waiting, not a task that has begun. */
export type Passenger = {
  readonly method: string;
  readonly urgency: Urgency;
  readonly signal?: AbortSignal | undefined;
};

/** Tells the limiter that the shop wants a pause, of this method or of all; `askedMs` is null where it says not how long. */
export type Brake = (of: 'method' | 'all', askedMs: number | null) => void;

/** Keeps one Client-Id within the shop's limits; everything that calls for that Client-Id shares one. */
export interface Limiter {
  /** Runs `task` when it is its turn; waits that are long are answered instead, so that nobody hangs. */
  run<Value>(passenger: Passenger, task: (brake: Brake) => Promise<Value>): Promise<Passage<Value>>;
  /** What goes, waits and pauses now; `now` is epoch ms. */
  traffic(now: number): ShopTraffic;
}

const AT_ONCE = 16;
const BACKGROUND_AT_ONCE = 8;
/** After a pause the shop is tried with this many calls at once, until one of them is answered. */
const ON_TRIAL_AT_ONCE = 2;
const LONGEST_WAIT_MS = 10_000;
const LONGEST_QUEUE = 1000;

type Waiting = Passenger & {
  readonly lane: MethodLane;
  readonly begin: () => void;
  readonly refuse: (waitMs: number | null) => void;
  why: ShopWait['why'];
};

/** May it go? `waitMs` null: when something else has ended. */
type Gate =
  | { readonly kind: 'open' }
  | { readonly kind: 'refused'; readonly waitMs: number }
  | { readonly kind: 'closed'; readonly waitMs: number | null; readonly why: ShopWait['why'] };

/**
 * A limiter for one Client-Id. Ozon allows 50 requests per second over all methods; `perSecond` (1 or more) stays a
 * little below, because its seconds are not ours. What a packer waits for goes first, and polling never takes all places.
 */
export function createLimiter(
  options: {
    readonly perSecond?: number;
    readonly clock?: LimiterClock;
    readonly methodLimits?: readonly MethodLimit[];
  } = {},
): Limiter {
  const { perSecond = 45, clock = realClock, methodLimits = METHOD_LIMITS } = options;
  const window = createCallWindow(perSecond, 1000);
  const pause = createShopPause();
  const lanes = createMethodLanes(methodLimits);
  /** By urgency, the most urgent first; each in the order in which they came. */
  const queues: Readonly<Record<Urgency, Set<Waiting>>> = {
    packer: new Set(),
    screen: new Set(),
    background: new Set(),
  };
  const waiting = () => Object.values(queues).flatMap((queue) => [...queue]);
  let underWay = 0;
  let inBackground = 0;
  let takeBack: () => void = () => undefined;

  function gateOf({ lane, urgency }: Waiting, nowMs: number): Gate {
    const leftMs = Math.max(pause.leftMs(nowMs), lane.pause.leftMs(nowMs));
    if (leftMs > 0) return { kind: 'refused', waitMs: leftMs };
    const ownMs = lane.window?.freeInMs(nowMs) ?? 0;
    if (ownMs > LONGEST_WAIT_MS) return { kind: 'refused', waitMs: ownMs };
    if (ownMs > 0) return { kind: 'closed', waitMs: ownMs, why: 'method-limit' };
    if (pause.isOnTrial() && underWay >= ON_TRIAL_AT_ONCE)
      return { kind: 'closed', waitMs: null, why: 'trial' };
    if (lane.pause.isOnTrial() && lane.underWay >= ON_TRIAL_AT_ONCE)
      return { kind: 'closed', waitMs: null, why: 'trial' };
    if (underWay >= AT_ONCE || (urgency === 'background' && inBackground >= BACKGROUND_AT_ONCE))
      return { kind: 'closed', waitMs: null, why: 'places' };
    const freeMs = window.freeInMs(nowMs);
    return freeMs > 0 ? { kind: 'closed', waitMs: freeMs, why: 'limit' } : { kind: 'open' };
  }

  /** Lets go whoever may, the urgent first, and comes back when the next one may. */
  function letGo(): void {
    takeBack();
    const nowMs = clock.nowMs();
    let soonestMs = Number.POSITIVE_INFINITY;
    for (const one of waiting()) {
      if (!queues[one.urgency].has(one)) continue;
      const gate = gateOf(one, nowMs);
      if (gate.kind === 'closed') {
        one.why = gate.why;
        soonestMs = Math.min(soonestMs, gate.waitMs ?? soonestMs);
        continue;
      }
      queues[one.urgency].delete(one);
      if (gate.kind === 'open') one.begin();
      // Whole ms: whoever waits writes down until when.
      else one.refuse(Math.ceil(gate.waitMs));
    }
    takeBack = soonestMs === Number.POSITIVE_INFINITY ? () => undefined : clock.after(soonestMs, letGo);
  }

  async function pass<Value>(
    { lane, urgency }: Pick<Waiting, 'lane' | 'urgency'>,
    task: (brake: Brake) => Promise<Value>,
  ): Promise<Value> {
    const begunMs = clock.nowMs();
    const background = urgency === 'background' ? 1 : 0;
    window.take(begunMs);
    lane.window?.take(begunMs);
    underWay += 1;
    lane.underWay += 1;
    inBackground += background;
    const braked = new Set<ShopPause>();
    try {
      return await task((of, askedMs) => {
        const asked = of === 'all' ? pause : lane.pause;
        braked.add(asked);
        asked.ask(clock.nowMs(), begunMs, askedMs);
      });
    } finally {
      underWay -= 1;
      lane.underWay -= 1;
      inBackground -= background;
      for (const one of [pause, lane.pause]) if (!braked.has(one)) one.settle(begunMs);
      letGo();
    }
  }

  return {
    run(passenger, task) {
      if (queues[passenger.urgency].size >= LONGEST_QUEUE)
        return Promise.resolve({ passed: false, waitMs: 1000 });
      const lane = lanes.of(passenger.method);
      return new Promise((resolve, reject) => {
        const { signal } = passenger;
        const giveUp = () => {
          queues[one.urgency].delete(one);
          resolve({ passed: false, waitMs: null });
        };
        const one: Waiting = {
          ...passenger,
          lane,
          why: 'limit',
          begin() {
            signal?.removeEventListener('abort', giveUp);
            pass(one, task).then((value) => resolve({ passed: true, value }), reject);
          },
          refuse(waitMs) {
            signal?.removeEventListener('abort', giveUp);
            resolve({ passed: false, waitMs });
          },
        };
        if (signal?.aborted) return resolve({ passed: false, waitMs: null });
        signal?.addEventListener('abort', giveUp, { once: true });
        queues[one.urgency].add(one);
        letGo();
      });
    },
    traffic(now) {
      const nowMs = clock.nowMs();
      const ends = (leftMs: number) => Math.ceil(now + leftMs);
      const wholeMs = pause.leftMs(nowMs);
      const whole: ShopPauseView = { feature: null, isWhole: true, why: 'asked', endsAt: ends(wholeMs) };
      return {
        underWay,
        waiting: countWaits(waiting()),
        pauses: [...(wholeMs > 0 ? [whole] : []), ...methodPauses(lanes.all(), nowMs, ends)],
      };
    },
  };
}
