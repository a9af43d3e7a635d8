import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import type { KeyTrouble } from '#contract/key-trouble.ts';
import type { ShopFeature } from '#contract/shop-feature.ts';
import { err } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';

export type LinkState = 'connecting' | 'online' | 'offline' | 'unauthorized';

/**
 * The bench's way to its shop: lets calls through while the shop answers, stops them for a while when it does not
 * (circuit breaker), and knows which of the two it is. Everything that talks to the shop goes through it.
 */
export type ShopLink = {
  /** Makes the call, or answers `retry` at once while the circuit is open. */
  call<Value>(make: () => ShopAnswer<Value>): ShopAnswer<Value>;
  state(): {
    readonly state: LinkState;
    readonly sinceAt: number;
    readonly detail: string | null;
    /** Why the key is not taken; null unless `unauthorized`. */
    readonly trouble: KeyTrouble | null;
  };
  /** What the shop refused for want of a right since {@link forgetLacks}; everything else goes on. */
  lacks(): readonly ShopFeature[];
  forgetLacks(): void;
  /** The bench closes: what is answered from now on is answered to nobody, as nothing can be written down any more. */
  close(): void;
};

const failuresInARow = 3;
const pauseMs = 3_000;

/** Opens the link. `onChange` is called at every change of state; `now` gives epoch ms. */
export function createShopLink(options: {
  readonly now: () => number;
  readonly onChange: () => void;
}): ShopLink {
  let current: ReturnType<ShopLink['state']> = {
    ...{ state: 'connecting', sinceAt: options.now(), detail: null, trouble: null },
  };
  const lacking = new Set<ShopFeature>();
  let isClosed = false;

  const breaker = circuitBreaker(
    handleWhenResult((result) => isOutage(result)),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(failuresInARow) },
  );

  function become(state: LinkState, detail: string | null, trouble: KeyTrouble | null = null): void {
    if (current.state === state && current.trouble === trouble) return;
    current = { state, sinceAt: options.now(), detail, trouble };
    options.onChange();
  }

  /** A key without one right is no dead key: the shop is there, and the other works go on. */
  function lack(feature: ShopFeature | null): void {
    become('online', null);
    if (feature === null || lacking.has(feature)) return;
    lacking.add(feature);
    options.onChange();
  }

  function judge(failure: ShopFailure | null): void {
    if (failure?.code === 'unauthorized' && failure.trouble === 'lacks-right') lack(failure.feature ?? null);
    else if (failure?.code === 'unauthorized') become('unauthorized', failure.detail, failure.trouble);
    else if (failure === null || isAnswer(failure)) become('online', null);
    else if (breaker.state !== CircuitState.Closed || current.state === 'connecting')
      become('offline', failure.detail);
  }

  return {
    async call(make) {
      try {
        const answer = await breaker.execute(make);
        if (isClosed) return err({ code: 'unknown', detail: 'the bench was closed before the answer came' });
        judge(answer.ok ? null : answer.error);
        return answer;
      } catch (cause) {
        if (!isBrokenCircuitError(cause)) throw cause;
        return err({
          code: 'retry',
          afterMs: pauseMs,
          detail: 'the shop does not answer; waiting before the next call',
        });
      }
    },
    state: () => current,
    lacks: () => [...lacking],
    forgetLacks: () => lacking.clear(),
    close() {
      isClosed = true;
    },
  };
}

/** A shop that says no, says nonsense or asks for a pause is there. */
function isAnswer(failure: ShopFailure): boolean {
  return (
    failure.code === 'refused' ||
    failure.code === 'malformed' ||
    (failure.code === 'retry' && failure.isPause === true)
  );
}

/** No answer: a reason to stop calling for a while. Whoever wants a pause gets it from the limiter, one call at a time. */
function isOutage(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('ok' in result) || result.ok !== false) return false;
  const error = 'error' in result ? result.error : null;
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'unknown' || (error.code === 'retry' && !('isPause' in error)))
  );
}
