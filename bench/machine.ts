import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What a figure was measured on; a figure means nothing without it. */
export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly node: string;
};

/** Describes this machine. */
export function thisMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()} ${process.arch}`,
    node: process.version,
  };
}

/** How many processes wanted to run in the last minute, on average; 0 on Windows, which does not say. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
