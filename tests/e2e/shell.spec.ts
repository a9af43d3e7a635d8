import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { type StationStatus, stationStatusSchema } from '#contract/bridge.ts';
import { launchPackbench, type RunningPackbench } from './launch.ts';

const addressSchema = z.object({ port: z.number() });

/** Typed only as far as these tests reach into the window. */
interface WindowWithBridge {
  packbench: { onStationStatus(listener: (status: unknown) => void): () => void };
}

let packbench: RunningPackbench;
test.beforeEach(async () => {
  packbench = await launchPackbench();
});
test.afterEach(() => packbench.close());

test('a window opens on its own address, with a bridge and nothing of Node', async () => {
  const { page } = packbench;
  await expect(page).toHaveTitle(/Packbench/);
  expect(page.url()).toMatch(/^app:\/\/bench\/(index\.html)?/);
  const seen = await page.evaluate(() => ({
    bridge: Object.keys((globalThis as unknown as { packbench: object }).packbench).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(seen).toEqual({ bridge: ['onFrame', 'onStationStatus', 'request', 'restartStation'], node: [] });
});

test('the window reaches no network, whatever it asks', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*').end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressSchema.parse(server.address());
  // The server is there and answers: what fails below fails because of the window.
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here');
  const reached = await packbench.page.evaluate(async (address) => {
    const image = new Image();
    const drawn = new Promise<string>((resolve, reject) => {
      image.onload = () => resolve('image');
      image.onerror = reject;
    });
    image.src = `${address}/picture.png`;
    navigator.sendBeacon(`${address}/beacon`, 'x');
    const tries = [drawn, fetch(address), fetch(address, { mode: 'no-cors' }), fetch('https://example.com')];
    const answers = await Promise.allSettled(tries);
    return answers.filter((answer) => answer.status === 'fulfilled').length;
  }, `http://127.0.0.1:${port}`);
  server.close();
  expect({ reached, asked }).toEqual({ reached: 0, asked: 1 });
});

test('no path of the window leads out of its own files', async () => {
  const statuses = await packbench.page.evaluate(async () => {
    const paths = [
      '/package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5cpackage.json',
      '/nothing.js',
      '/pictures/none.png',
    ];
    const answers = await Promise.all(paths.map((path) => fetch(`app://bench${path}`)));
    const post = await fetch('app://bench/index.html', { method: 'POST' });
    return [...answers, post].map((answer) => answer.ok);
  });
  expect(statuses).toEqual([false, false, false, false, false, false]);
});

test('nothing is opened, left or run that is not our own: windows, links, frames, inline scripts', async () => {
  const { page, app } = packbench;
  const before = page.url();
  const opened = await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineScriptRan = true';
    document.body.append(script);
    return {
      window: window.open('https://example.com/') !== null,
      inlineScriptRan: 'inlineScriptRan' in globalThis,
    };
  });
  expect(opened).toEqual({ window: false, inlineScriptRan: false });
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('no permission is granted to the window', async () => {
  const granted = await packbench.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((p) => p.state)),
    );
    return states.filter((state) => state === 'granted');
  });
  expect(granted).toEqual([]);
});

test('a station that is killed is started again, and the window is told', async () => {
  const statuses = await collectStatuses(packbench.page);
  await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'up', restarts: 0 });
  process.kill(await stationPid(packbench), 'SIGKILL');
  await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'up', restarts: 1 });
  expect((await statuses()).map(({ state }) => state)).toContain('down');
});

test('a station that dies four times within a minute is left alone until a person starts it again', async () => {
  const statuses = await collectStatuses(packbench.page);
  for (const restarts of [0, 1, 2, 3]) {
    await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'up', restarts });
    process.kill(await stationPid(packbench), 'SIGKILL');
  }
  await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'gave-up', restarts: 3 });
  await packbench.page.evaluate(() =>
    (globalThis as unknown as { packbench: { restartStation(): void } }).packbench.restartStation(),
  );
  await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'up', restarts: 4 });
});

test('a window whose process crashes comes back and is joined to the same station', async () => {
  const { app } = packbench;
  const pid = await stationPid(packbench);
  const loaded = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return 'no window';
    const gone = new Promise((resolve) => contents.once('render-process-gone', resolve));
    contents.forcefullyCrashRenderer();
    await gone;
    await new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    return contents.isCrashed() ? 'crashed' : 'loaded';
  });
  expect(loaded).toBe('loaded');
  expect(await stationPid(packbench)).toBe(pid);
});

test('a window that crashes again and again is loaded no more than three times within a minute', async () => {
  const { app } = packbench;
  const crashed = () => logLines(packbench, 'window-gone');
  for (let crash = 1; crash <= 3; crash += 1) {
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve));
      contents?.forcefullyCrashRenderer();
      await gone;
      await new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    });
    expect(await crashed()).toHaveLength(crash);
    expect((await crashed()).at(-1)).toMatchObject({ reloadInMs: 0 });
  }
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(async () => (await crashed()).length).toBe(4);
  expect(z.object({ reloadInMs: z.number() }).parse((await crashed())[3]).reloadInMs).toBeGreaterThan(0);
});

test('what is lost or hangs beside the station stands in the log', async () => {
  const { app } = packbench;
  await app.evaluate(({ app: main, BrowserWindow }) => {
    main.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5, name: 'GPU' });
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });
  await expect
    .poll(() => logLines(packbench, 'child-process-gone'))
    .toEqual([{ event: 'child-process-gone', type: 'GPU', reason: 'crashed', exitCode: 5, name: 'GPU' }]);
  await expect.poll(() => logLines(packbench, 'window-unresponsive')).toHaveLength(1);
});

test('the station ends in order when Windows ends the session', async () => {
  const statuses = await collectStatuses(packbench.page);
  await expect.poll(async () => (await statuses()).at(-1)).toMatchObject({ state: 'up' });
  await packbench.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.emit('session-end', {}),
  );
  await expect
    .poll(() => logLines(packbench, 'station-ended'))
    .toEqual([{ event: 'station-ended', code: 0, asked: true }]);
});

test('an application whose station gave up ends when it is asked to', async () => {
  const statuses = await collectStatuses(packbench.page);
  for (const restarts of [0, 1, 2, 3]) {
    await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'up', restarts });
    process.kill(await stationPid(packbench), 'SIGKILL');
  }
  await expect.poll(async () => (await statuses()).at(-1)).toEqual({ state: 'gave-up', restarts: 3 });
  const ended = new Promise<number | null>((resolve) => packbench.app.process().once('exit', resolve));
  void packbench.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('an application whose window crashes while it closes ends all the same', async () => {
  const { app } = packbench;
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  // The answer to the call may be lost with the process that gives it.
  const asked = app.evaluate(({ app: main, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    main.quit();
  });
  await Promise.race([asked, ended]);
  expect(await ended).toBe(0);
});

/** Keeps every status in the window from now on, and answers a function that reads them. */
async function collectStatuses(page: Page): Promise<() => Promise<StationStatus[]>> {
  await page.evaluate(() => {
    const kept: unknown[] = [];
    const window = globalThis as unknown as WindowWithBridge & { keptStatuses: unknown[] };
    window.keptStatuses = kept;
    window.packbench.onStationStatus((status) => kept.push(status));
  });
  return async () => {
    const kept = await page.evaluate(
      () => (globalThis as unknown as { keptStatuses: unknown[] }).keptStatuses,
    );
    return kept.map((status) => stationStatusSchema.parse(status));
  };
}

/** The process id that main wrote into the bench's log when it started the station last. */
async function stationPid({ home }: RunningPackbench): Promise<number> {
  const log = await readFile(join(home, 'logs', 'station.log'), 'utf8');
  const started = [...log.matchAll(/"event":"station-started","pid":(\d+)/g)].at(-1)?.[1];
  if (started === undefined) throw new Error('the log names no station');
  return Number(started);
}

/** The log's lines of one event, the oldest first. */
async function logLines({ home }: RunningPackbench, event: string): Promise<unknown[]> {
  const log = await readFile(join(home, 'logs', 'station.log'), 'utf8');
  const lines = log.split('\n').filter((line) => line.startsWith(`{"event":"${event}"`));
  return lines.map((line): unknown => JSON.parse(line));
}
