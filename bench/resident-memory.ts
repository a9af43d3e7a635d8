import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The memory that a process holds, in MB (10^6 bytes): all of its threads, libraries included. */
export function residentMb(pid: number): number {
  return Math.round(residentKb(pid) * 1.024) / 1000;
}

function residentKb(pid: number): number {
  if (process.platform !== 'linux')
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error(`process ${pid} does not say what memory it holds`);
  return Number(found[1]);
}
