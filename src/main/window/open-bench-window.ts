import { BrowserWindow } from 'electron';
import type { LaunchOptions } from '../launch-options.ts';
import { startPage } from './own-address.ts';
import { reloadAfterCrash } from './reload-policy.ts';
import { windowPreferences } from './window-preferences.ts';

/** A line for the bench's log. */
export type Note = (line: Readonly<Record<string, unknown>>) => void;

/** The only place where a window is made. Shown when it has painted, so that no white flash greets the packer. */
export function openBenchWindow(
  options: Pick<LaunchOptions, 'kiosk' | 'fullscreen' | 'size'>,
  preferences: Parameters<typeof windowPreferences>[0],
  note: Note,
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
  watchWindow(window, note);
  void window.loadURL(startPage);
  return window;
}

/**
 * Keeps a window going: it holds no state of its own, so after a crash of its process it is simply loaded again. One
 * that crashes while it closes is ended: loading it again would take the close back, and the application would stay
 * without having been asked. A window that hangs is written down and left alone: what it waits for may yet come.
 */
function watchWindow(window: BrowserWindow, note: Note): void {
  let isClosing = false;
  let reloadedAtMs: readonly number[] = [];
  let waiting: NodeJS.Timeout | undefined;
  window.on('close', () => {
    isClosing = true;
  });
  window.on('closed', () => clearTimeout(waiting));
  window.on('unresponsive', () => note({ event: 'window-unresponsive' }));
  window.on('responsive', () => note({ event: 'window-responsive' }));
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (isClosing) {
      note({ event: 'window-gone', reason, exitCode });
      window.destroy();
      return;
    }
    const reload = reloadAfterCrash(reloadedAtMs, performance.now());
    reloadedAtMs = reload.reloadedAtMs;
    note({ event: 'window-gone', reason, exitCode, reloadInMs: Math.round(reload.waitMs) });
    clearTimeout(waiting);
    if (reload.waitMs === 0) window.webContents.reload();
    else waiting = setTimeout(() => window.webContents.reload(), reload.waitMs);
  });
}
