import { create } from 'zustand';

/** The window's screens, in their order at the left edge. */
export const screens = ['pack', 'queue', 'shift', 'settings', 'products', 'after-sale'] as const;
export type Screen = (typeof screens)[number];

/** The digit that opens a screen together with Alt. */
export const screenKeys: Readonly<Record<Screen, number>> = {
  ...{ pack: 1, queue: 2, shift: 3, settings: 4 },
  ...{ products: 5, 'after-sale': 6 },
};

/** Which screen is open; the window's own matter, so it is kept apart from what the station says. */
export const useScreen = create<{ readonly screen: Screen }>()(() => ({ screen: 'pack' }));

/** Opens a screen. */
export function openScreen(screen: Screen): void {
  useScreen.setState({ screen });
}
