import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type HostToStation, hostToStationSchema, type StationToHost } from '#contract/host-frames.ts';
import type { StationProblem } from '#contract/station-problem.ts';
import { defaultBenchFile } from './bench-file/default-bench-file.ts';
import { type BenchFileProblem, readBenchFile } from './bench-file/read-bench-file.ts';
import { openHostPort } from './host-port.ts';
import { createHostSecrets } from './host-secrets.ts';
import { serveFrames } from './serve-frames.ts';
import { type Station, startStation } from './station.ts';
import { benchFileProblem, databaseProblem } from './to-station-problem.ts';

// The station as a child of the application's main process: a utility process, or a plain Node child where Electron is
// too old for the database addon. Both speak the same frames.

const { values } = parseArgs({
  options: { home: { type: 'string' }, bench: { type: 'string' }, demo: { type: 'boolean', default: false } },
});

const host = openHostPort(() => void stop());
let station: Station | null = null;
let serve: ((frame: unknown) => void) | null = null;
const secrets = createHostSecrets((frame) => host.post(frame));

process.on('unhandledRejection', (cause) => {
  process.stderr.write(
    `${JSON.stringify({ event: 'unhandled', detail: String(cause), stack: cause instanceof Error ? cause.stack : null })}\n`,
  );
  process.exit(1);
});

host.onFrame((frame) => {
  const own = hostToStationSchema.safeParse(frame);
  if (own.success) void onHostFrame(own.data);
  else serve?.(frame);
});

async function onHostFrame(frame: HostToStation): Promise<void> {
  switch (frame.host) {
    case 'start':
      secrets.started(frame);
      return start();
    case 'stop':
      return stop();
    case 'power':
      return station?.wake();
    case 'kept':
      return secrets.kept(frame);
  }
}

async function start(): Promise<void> {
  if (values.home === undefined) throw new Error('--home is missing');
  const benchFilePath = values.bench ?? join(values.home, 'bench.json');
  const read = readBenchFile(benchFilePath);
  if (!read.ok && isUnusable(read.error)) {
    return giveUp({ event: 'bench-file-unusable', ...read.error }, benchFileProblem(read.error));
  }
  const started = await startStation({
    home: values.home,
    benchFilePath,
    benchFile: read.ok ? read.value : defaultBenchFile(),
    resourcesDir:
      process.env.PACKBENCH_RESOURCES ??
      join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources'),
    version: process.env.PACKBENCH_VERSION ?? '0.1.0',
    secrets: secrets.keeper,
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    random: () => Math.random(),
    isDemo: values.demo,
  });
  if (!started.ok) {
    return giveUp({ event: 'station-not-started', ...started.error }, databaseProblem(started.error.problem));
  }
  station = started.value;
  serve = serveFrames(started.value, (frame) => host.post(frame));
  host.post({ host: 'ready' });
}

function isUnusable(problem: BenchFileProblem): problem is Parameters<typeof benchFileProblem>[0] {
  return problem.code !== 'missing';
}

/** How long main may take to hear why this process ends, ms. */
const heardWithinMs = 2_000;

/** Says why, to the log and to main, and ends when main has heard it: a process that ends at once takes its last frame along. */
function giveUp(line: Record<string, unknown>, problem: StationProblem): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
  process.exitCode = 1;
  host.post({ host: 'failed', problem } satisfies StationToHost);
  setTimeout(() => process.exit(), heardWithinMs);
}

async function stop(): Promise<void> {
  await station?.close();
  process.exit();
}
