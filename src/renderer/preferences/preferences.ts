import { z } from 'zod';
import { create } from 'zustand';
import { Language } from '#contract/language.ts';

/** What belongs to this window alone, not to the bench: its light, its volume, and the language it last spoke. */
const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** 0 to 1; the stop alarm ignores it. */
  volume: z.number().min(0).max(1).catch(0.8),
  language: Language.nullable().catch(null),
  isSimulatorOpen: z.boolean().catch(true),
  queueLook: z.enum(['timeline', 'table']).catch('timeline'),
});
export type Preferences = z.infer<typeof Preferences>;

const storageKey = 'packbench.window';

/** The window's preferences, kept over restarts. */
export const usePreferences = create<Preferences>()(() => stored());

/** Changes some of them and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()));
}

function stored(): Preferences {
  const text = localStorage.getItem(storageKey);
  const parsed = Preferences.safeParse(text === null ? {} : jsonOrNothing(text));
  return parsed.success ? parsed.data : Preferences.parse({});
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damaged preferences are worth less than a window that opens.
    return {};
  }
}
