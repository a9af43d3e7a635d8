import { useEffect, useRef, useState } from 'react';
import { parseControlCode } from '#domain/scanning/control-code.ts';
import { useStation } from '../station-link/station.ts';

type Taker = (text: string) => void;

/** Who wants the scans that look something up; the one that came last gets them. */
const takers: Taker[] = [];
/** Well within the time for which the station believes it, ms. */
const holdEveryMs = 4_000;

/** Gives a scan to an open screen that looks codes up. False where none is, and for badges and control codes. */
export function offerLookup(text: string): boolean {
  const taker = takers.at(-1);
  if (taker === undefined || parseControlCode(text) !== null) return false;
  taker(text);
  return true;
}

/** Takes scans while the component is there; null takes none. */
export function useLookupScans(take: Taker | null): void {
  const latest = useRef(take);
  latest.current = take;
  const isTaking = take !== null;
  useEffect(() => {
    if (!isTaking) return;
    const taker: Taker = (text) => latest.current?.(text);
    takers.push(taker);
    return () => void takers.splice(takers.indexOf(taker), 1);
  }, [isTaking]);
}

/** Has the station hand over what its own scanners read, as long as `isOpen`. True once it does. */
export function useHoldScans(isOpen: boolean): boolean {
  const station = useStation();
  const [isHolding, setIsHolding] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const hold = (isHeld: boolean) => station.call('products.takeScans', { isOpen: isHeld });
    const holdOn = () =>
      void hold(true).then((answer) => {
        if (isCurrent) setIsHolding(answer.ok);
      });
    holdOn();
    const timer = window.setInterval(holdOn, holdEveryMs);
    const stop = station.on('lookup', ({ text }) => void offerLookup(text));
    return () => {
      isCurrent = false;
      clearInterval(timer);
      stop();
      setIsHolding(false);
      void hold(false);
    };
  }, [station, isOpen]);
  return isHolding;
}
