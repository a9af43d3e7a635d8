import { useCallback } from 'react';
import { type PlainControl, toControlText } from '#domain/scanning/control-code.ts';
import { type LostScan, withLostScan } from '../bench-store/announced.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { useStation } from '../station-link/station.ts';

/** Where a scan of the window came from; the log names it. */
export type ScanSource = 'keyboard' | 'key' | 'screen';

/** Sends a scan on the same road as any scanner's. One that the station cannot take is said to be lost, never swallowed. */
export function useScan(): (text: string, source: ScanSource) => void {
  const station = useStation();
  return useCallback(
    (text, source) => {
      const { status } = useBench.getState();
      if (status.state !== 'up') return loseScan('not-taken');
      void station.call('bench.scan', { text, source }).then((answer) => {
        if (answer.ok) return;
        console.error('a scan was not answered', answer.error.code, answer.error.detail);
        loseScan('no-answer');
      });
    },
    [station],
  );
}

/** Does what a control code does, from a button or a key. */
export function useControl(): (control: PlainControl, source?: ScanSource) => void {
  const scan = useScan();
  return useCallback((control, source = 'screen') => scan(toControlText({ control }), source), [scan]);
}

function loseScan(why: LostScan): void {
  useBench.setState(({ announcements }) => ({ announcements: withLostScan(announcements, why) }));
}
