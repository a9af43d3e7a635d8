import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { resourcesDir } from './temporary-bench.ts';

/** A station of its own that commits until it is killed. */
export type OtherProcess = {
  /** Waits until it has printed the line; lines are sequence numbers of committed events, then `waiting`. */
  readonly untilLine: (line: string) => Promise<void>;
  /** Kills it as a power cut would, waits until it is gone, and returns the lines that it had printed. */
  readonly kill: () => Promise<readonly string[]>;
};

/** Starts `pack-until-killed.ts` on a home. */
export function packInOtherProcess(home: string, commits: number | 'endless'): OtherProcess {
  const script = join(import.meta.dirname, 'pack-until-killed.ts');
  const child = spawn(process.execPath, [script, home, resourcesDir, String(commits)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => printed.push(line));
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('the other process has ended')));
  const untilLine = async (line: string) => {
    while (!printed.includes(line)) await once(lines, 'line', { signal: ended.signal });
  };
  const kill = async () => {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    return printed;
  };
  return { untilLine, kill };
}
