import { expect, it } from 'vitest';
import { windowPreferences } from './window-preferences.ts';

it('a window is isolated, sandboxed, and has nothing of Node, whatever an Electron defaults to', () => {
  expect(windowPreferences({ preloadFile: '/p.cjs', devTools: false, withoutSandbox: false })).toEqual({
    preload: '/p.cjs',
    devTools: false,
    additionalArguments: [],
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
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  });
});
