import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const electronDir = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
const packageJson = z.object({ version: z.string() });
const probeTimeoutMs = 5_000;
const downloadTimeoutMs = 10 * 60_000;

/** The electron package's own executable, when it has been downloaded already. */
export function ownBinary(): { executable: string; version: string } | undefined {
  const pathFile = join(electronDir, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(electronDir, 'dist', readFileSync(pathFile, 'utf8').trim());
  if (!existsSync(executable)) return undefined;
  const { version } = packageJson.parse(JSON.parse(readFileSync(join(electronDir, 'package.json'), 'utf8')));
  return { executable, version };
}

/**
 * Runs the electron package's installer, after a quick look whether its download site answers at all, because a
 * network that drops packets would otherwise keep us waiting for minutes. Answers why it failed, or nothing.
 */
export async function fetchOwnBinary(): Promise<string | undefined> {
  const site = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  try {
    await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) });
  } catch {
    return `${new URL(site).host} does not answer from here`;
  }
  try {
    await promisify(execFile)(process.execPath, [join(electronDir, 'install.js')], {
      timeout: downloadTimeoutMs,
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
  }
}
