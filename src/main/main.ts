import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, crashReporter, session } from 'electron';
import { type BenchEngine, startBenchEngine } from './engine/bench-engine.ts';
import { launchOptions } from './launch-options.ts';
import { watchPower } from './watch-power.ts';
import { registerAppScheme, serveApp } from './window/app-protocol.ts';
import { confineContents } from './window/confine-contents.ts';
import { hardenSession } from './window/harden-session.ts';
import { openBenchWindow } from './window/open-bench-window.ts';

const options = launchOptions(process.argv.slice(1), process.cwd());
const homeDir = options.homeDir ?? join(app.getPath('appData'), 'packbench', 'bench');
const devTools = !app.isPackaged;
const withoutSandbox = app.commandLine.hasSwitch('no-sandbox');

prepare();
// One application per home folder: the lock lies in Chromium's own folder, which lies in the home folder.
if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.exit(0);

function prepare(): void {
  app.setPath('userData', join(homeDir, 'window'));
  // A system that cannot run the sandbox (root in a container) says so on the command line; enabling it there is fatal.
  if (!withoutSandbox) app.enableSandbox();
  // Without a graphics card Chromium tries one first, and about one start in ten then hangs before the window is painted.
  if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling,MediaSessionService');
  crashReporter.start({ uploadToServer: false });
  registerAppScheme();
  confineContents(app);
}

async function open(): Promise<void> {
  const appDir = app.getAppPath();
  hardenSession(session.defaultSession, { devTools });
  session.defaultSession.allowNTLMCredentialsForDomains('');
  serveApp(session.defaultSession, {
    rendererDir: join(appDir, 'out/renderer'),
    picturesDir: join(homeDir, 'pictures'),
  });
  const engine = await startBenchEngine(
    { appDir, homeDir, benchFile: options.benchFile, systemLocale: app.getLocale() },
    options.demo,
  );
  noteLostProcesses(engine.note);
  const letDisplaySleep = watchPower({
    resumed: () => engine.tellStation({ host: 'power', state: 'resume' }),
    shutsDown: () => app.quit(),
  });
  const preferences = { preloadFile: join(appDir, 'out/preload/preload.cjs'), devTools, withoutSandbox };
  const window = openBenchWindow(options, preferences, engine.note);
  showAgainWhenAsked(window);
  stopWithSession(window, engine);
  closeInOrder(engine.stop, letDisplaySleep);
}

/** The graphics process, the sound's, the station's: main starts the station again itself, Chromium the others. */
function noteLostProcesses(note: BenchEngine['note']): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') note({ event: 'child-process-gone', type, reason, exitCode, name });
  });
}

/** Windows ends the session with or without us and waits a few seconds: enough for the station to end in order. */
function stopWithSession(window: ReturnType<typeof openBenchWindow>, { note, stop }: BenchEngine): void {
  window.on('query-session-end', () => note({ event: 'session-ends', isCertain: false }));
  window.on('session-end', () => {
    note({ event: 'session-ends', isCertain: true });
    void stop();
  });
}

/** Starting the application a second time brings its window to the front. */
function showAgainWhenAsked(window: ReturnType<typeof openBenchWindow>): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    if (window.webContents.isCrashed()) window.webContents.reload();
    window.focus();
  });
}

/** The window goes first, then the station flushes, then the application ends. */
function closeInOrder(stopStation: () => Promise<void>, letDisplaySleep: () => void): void {
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    letDisplaySleep();
    const quit = () => {
      stopped = true;
      app.quit();
    };
    // In a later turn: where nothing had to be stopped, Electron would still be busy with this event and not hear of it.
    void stopStation().finally(() => setImmediate(quit));
  });
}
