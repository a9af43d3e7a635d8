import { useEffect } from 'react';
import { KeyboardScanner } from '#contract/keyboard-scanner.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { controlOfKey } from './control-keys.ts';
import { offerLookup } from './lookup-scans.ts';
import { markScanReceived } from './scan-marks.ts';
import { takeWindowScans } from './take-window-scans.ts';
import { toWedgeConfig } from './to-wedge-config.ts';
import { useControl, useScan } from './use-scan.ts';

/** Listens to keyboard scanners and to the keys of the control codes, as long as the window is open. */
export function useWindowScanner(): void {
  const scan = useScan();
  const control = useControl();
  // As text, so that each of the bench's pictures is not taken for another set-up.
  const setUp = useBench(({ view }) => JSON.stringify(view?.keyboardScanner ?? null));
  useEffect(() => {
    const scanner = KeyboardScanner.nullable().parse(JSON.parse(setUp));
    return takeWindowScans(toWedgeConfig(scanner), (text) => {
      if (offerLookup(text)) return;
      markScanReceived();
      scan(text, 'keyboard');
    });
  }, [scan, setUp]);
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
      const asked = controlOfKey(event.code);
      if (asked === null) return;
      event.preventDefault();
      control(asked, 'key');
    };
    window.addEventListener('keydown', keydown);
    return () => window.removeEventListener('keydown', keydown);
  }, [control]);
}
