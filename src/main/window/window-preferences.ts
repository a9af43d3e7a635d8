import type { WebPreferences } from 'electron';

/** Given to the preload script where the system cannot run Chromium's sandbox, so that it does not refuse to start. */
export const withoutSandboxMark = '--packbench-without-sandbox';

/** The preferences of every window, written out in full so that no default of a later Electron decides for us. */
export function windowPreferences(options: {
  readonly preloadFile: string;
  readonly devTools: boolean;
  readonly withoutSandbox: boolean;
}): WebPreferences {
  return {
    preload: options.preloadFile,
    devTools: options.devTools,
    additionalArguments: options.withoutSandbox ? [withoutSandboxMark] : [],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    // A verdict is painted also while the window lies behind another.
    backgroundThrottling: false,
    // The bench beeps without anybody having clicked first.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
