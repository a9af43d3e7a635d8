import { BrowserWindow } from 'electron';
import type { LaunchOptions } from '../launch-options.ts';
import { startPage } from './own-address.ts';
import { windowPreferences } from './window-preferences.ts';

/** The only place where a window is made. Shown when it has painted, so that no white flash greets the packer. */
export function openBenchWindow(
  options: Pick<LaunchOptions, 'kiosk' | 'fullscreen' | 'size'>,
  preferences: Parameters<typeof windowPreferences>[0],
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Packbench',
    show: false,
    width: options.size?.width ?? 1366,
    height: options.size?.height ?? 768,
    useContentSize: options.size !== undefined,
    minWidth: 1024,
    minHeight: 600,
    backgroundColor: '#101418',
    autoHideMenuBar: true,
    kiosk: options.kiosk,
    fullscreen: options.fullscreen || options.kiosk,
    webPreferences: windowPreferences(preferences),
  });
  window.removeMenu();
  window.once('ready-to-show', () => {
    if (options.size === undefined && !options.fullscreen && !options.kiosk) window.maximize();
    window.show();
  });
  reloadAfterCrash(window);
  void window.loadURL(startPage);
  return window;
}

/**
 * The window holds no state of its own, so after a crash of its process it is simply loaded again. One that crashes while
 * it closes is ended: loading it again would take the close back, and the application would stay without having been asked.
 */
function reloadAfterCrash(window: BrowserWindow): void {
  let isClosing = false;
  window.on('close', () => {
    isClosing = true;
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    console.error(
      JSON.stringify({ event: 'window-gone', reason: details.reason, exitCode: details.exitCode }),
    );
    if (isClosing) window.destroy();
    else window.webContents.reload();
  });
}
