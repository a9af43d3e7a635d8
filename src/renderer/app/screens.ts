import { create } from 'zustand';

/** The window's screens, in the order of their keys Alt+1 to Alt+4. */
export const screens = ['pack', 'queue', 'shift', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** Which screen is open; the window's own matter, so it is kept apart from what the station says. */
export const useScreen = create<{ readonly screen: Screen }>()(() => ({ screen: 'pack' }));

/** Opens a screen. */
export function openScreen(screen: Screen): void {
  useScreen.setState({ screen });
}
