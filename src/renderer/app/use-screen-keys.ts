import { useEffect } from 'react';
import { openScreen, screenKeys, screens } from './screens.ts';

/** Alt with a digit opens a screen, by physical key, so that no layout changes it. */
export function useScreenKeys(): void {
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const digit = Number(/^Digit(\d)$/.exec(event.code)?.[1] ?? 0);
      const screen = screens.find((one) => screenKeys[one] === digit);
      if (screen === undefined) return;
      event.preventDefault();
      openScreen(screen);
    };
    window.addEventListener('keydown', keydown);
    return () => window.removeEventListener('keydown', keydown);
  }, []);
}
