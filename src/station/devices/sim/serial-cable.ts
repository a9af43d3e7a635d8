import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export type SerialCable = {
  /** The pseudo-terminal's address: `serial:/tmp/...`. */
  readonly at: string;
  readonly path: string;
  /** How many bytes have arrived at an end so far, both directions together. */
  readonly carriedBytes: () => number;
  /** Pulls the cable; the port is gone. */
  readonly pull: () => Promise<void>;
  /** Puts it in again under the same path. */
  readonly plug: () => Promise<void>;
  /** Pulls it and cleans up. */
  readonly remove: () => Promise<void>;
};

/**
 * A pseudo-terminal whose other side is a simulated device on a TCP port: the nearest thing to a serial cable without
 * one. Needs `socat`.
 */
export async function startSerialCable(tcpPort: number): Promise<SerialCable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'serial-cable-'));
  const link = path.join(folder, 'tty');
  let socat: ChildProcess | null = null;
  let carriedBytes = 0;
  const pull = async () => {
    const running = socat;
    socat = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGTERM');
    await gone;
  };
  const plug = async () => {
    // At this level of detail socat says of each transfer that it is done.
    const detail = ['-d', '-d', '-d'];
    socat ??= spawn('socat', [...detail, `pty,raw,echo=0,link=${link}`, `tcp:127.0.0.1:${tcpPort},nodelay`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = socat;
    if (started.stderr !== null) {
      createInterface(started.stderr).on('line', (line) => {
        carriedBytes += Number(/transferred (\d+) bytes/.exec(line)?.[1] ?? 0);
      });
    }
    const failed = once(started, 'error').then(([error]) => Promise.reject(error));
    await Promise.race([failed, linkAppears(link, started)]);
  };
  await plug();
  return {
    at: `serial:${link}`,
    path: link,
    carriedBytes: () => carriedBytes,
    pull,
    plug,
    remove: async () => {
      await pull();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function linkAppears(link: string, socat: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 500 && !existsSync(link); tries += 1) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`);
    await pause(10);
  }
}
