import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { installedElectronRuntime, sandboxSwitches } from '../ground/electron-runtime.ts';

/** How to start the application; what is left out is a new home folder, no bench file and a window of 1366 x 768. */
export interface LaunchChoices {
  readonly home?: string;
  readonly benchFile?: string;
  readonly size?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The real application, running, with its window loaded. */
export interface RunningPackbench {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  /** Quits as a person would and waits for the end; a home folder that was made for this run is deleted. */
  close(): Promise<void>;
}

const attachTimeoutMs = 20_000;
const root = join(import.meta.dirname, '..', '..');

/**
 * Starts the built application in the Electron of this machine. Fails when set-up has not brought one, or when
 * `out/` was not built (`npm run e2e` sees to both).
 */
export async function launchPackbench(choices: LaunchChoices = {}): Promise<RunningPackbench> {
  const runtime = installedElectronRuntime();
  if (!runtime) throw new Error('there is no Electron here: run npm run set-up');
  const home = choices.home ?? (await mkdtemp(join(tmpdir(), 'packbench-home-')));
  const { app, page } = await attached({
    executablePath: runtime.executable,
    cwd: root,
    args: [
      ...sandboxSwitches(),
      root,
      '--home',
      home,
      ...(choices.benchFile ? ['--bench', choices.benchFile] : []),
      '--size',
      choices.size ?? '1366x768',
      ...(choices.args ?? []),
    ],
    env: { ...environment(), ...choices.env },
  });
  const close = async () => {
    await app.close();
    if (choices.home === undefined) await rm(home, { recursive: true, force: true });
  };
  return { app, page, home, close };
}

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

type Attached = Pick<RunningPackbench, 'app' | 'page'>;

/** How often Playwright may try to attach to a window. */
const attachTries = 3;

/**
 * On a busy machine about one attaching of Playwright in a hundred never ends, to the application or to its page, although
 * it is there and has painted its window; so it is tried again. A start of ours that hangs each time is a failure.
 */
async function attached(options: LaunchOptions): Promise<Attached> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attach(options);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || tries === attachTries) throw error;
    }
  }
}

async function attach(options: LaunchOptions): Promise<Attached> {
  const app = await _electron.launch({ ...options, timeout: attachTimeoutMs });
  try {
    return { app, page: await inTime(pageOf(app)) };
  } catch (error) {
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;
    throw error;
  }
}

async function pageOf(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: attachTimeoutMs });
  // Asked of the page itself: Playwright misses the event of a page that was there before it.
  await page.waitForFunction(() => document.readyState !== 'loading', null, { timeout: attachTimeoutMs });
  return page;
}

/** As long as both of its waits may take: where the line to the page is dead, Playwright's own timeouts never come. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new errors.TimeoutError('the window cannot be attached to')),
    2 * attachTimeoutMs,
  );
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

function environment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(defined);
}
