import { useEffect } from 'react';
import { controlOfKey } from './control-keys.ts';
import { markScanReceived } from './scan-marks.ts';
import { takeWindowScans } from './take-window-scans.ts';
import { useControl, useScan } from './use-scan.ts';

/** Listens to keyboard scanners and to the keys of the control codes, as long as the window is open. */
export function useWindowScanner(): void {
  const scan = useScan();
  const control = useControl();
  useEffect(
    () =>
      takeWindowScans((text) => {
        markScanReceived();
        scan(text, 'keyboard');
      }),
    [scan],
  );
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
