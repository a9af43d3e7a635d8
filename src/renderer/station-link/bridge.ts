import type { PackbenchBridge } from '#contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent when the page is opened in a plain browser. */
    readonly packbench?: PackbenchBridge;
  }
}

/** The one way out of the window, or null where the page runs without the application around it. */
export function windowBridge(): PackbenchBridge | null {
  return window.packbench ?? null;
}
