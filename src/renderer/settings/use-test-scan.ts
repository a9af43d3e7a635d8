import { useCallback, useEffect, useRef, useState } from 'react';
import type { WedgeKey } from '#domain/scanning/wedge.ts';
import { describeScan, type ScannerTraits } from '../scanning/describe-scan.ts';
import { toWindowKey } from '../scanning/typed-keys.ts';
import { watchKeys } from '../scanning/watch-keys.ts';

/** A test scan of a keyboard scanner: nobody asked for one, the keys of one are waited for, or this is what they show. */
export type TestScan =
  | { readonly state: 'off' }
  | { readonly state: 'waiting'; readonly wasTyped: boolean }
  | { readonly state: 'seen'; readonly traits: ScannerTraits };

/** Longer than the slowest scanner pauses within a code, ms. */
const overAfterMs = 400;

/** Takes all keys from `start` on until a scan came among them, Esc was pressed, or the screen is left. */
export function useTestScan(): {
  readonly test: TestScan;
  readonly start: () => void;
  readonly stop: () => void;
} {
  const [test, setTest] = useState<TestScan>({ state: 'off' });
  const end = useRef<() => void>(() => undefined);

  const stop = useCallback(() => {
    end.current();
    setTest({ state: 'off' });
  }, []);
  const start = useCallback(() => {
    end.current();
    end.current = watchScan((traits) => {
      if (traits === 'stopped') return setTest({ state: 'off' });
      setTest(traits === null ? { state: 'waiting', wasTyped: true } : { state: 'seen', traits });
    });
    setTest({ state: 'waiting', wasTyped: false });
  }, []);
  useEffect(() => () => end.current(), []);
  return { test, start, stop };
}

/** Tells of each burst of keys until one is a scan; null for what a person typed. Answers the function that ends it. */
function watchScan(tell: (seen: ScannerTraits | null | 'stopped') => void): () => void {
  let keys: WedgeKey[] = [];
  let timer = 0;
  const unwatch = watchKeys((event) => {
    if (event.code === 'Escape') {
      end();
      return tell('stopped');
    }
    keys.push(toWindowKey(event));
    clearTimeout(timer);
    timer = window.setTimeout(burstIsOver, overAfterMs);
  });

  function burstIsOver(): void {
    const traits = describeScan(keys);
    keys = [];
    if (traits !== null) end();
    tell(traits);
  }

  function end(): void {
    clearTimeout(timer);
    unwatch();
  }
  return end;
}
