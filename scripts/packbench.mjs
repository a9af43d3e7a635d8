#!/usr/bin/env node
// The command line. Started by whatever Node is on the PATH; the station needs Node 24, which the project brings.
import { holdSignals } from './ground/hold-signals.mjs';

// A station is stopped in order from its first line on, and loading the rest takes a while: hence every import below.
// Any other command ends by a signal as programs do.
const isStation = process.argv[2] === 'station';
const early = isStation ? holdSignals() : null;

const { tiedToUs, whenOrphaned } = await import('./ground/when-orphaned.mjs');
whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));

if (Number(process.versions.node.split('.')[0]) >= 24) await run();
else await runUnderNode24();

async function run() {
  if (isStation) {
    await import('../src/station/spare-memory.ts');
    await import('../src/cli/stop-signal.ts');
  }
  const signal = early?.release() ?? null;
  if (signal !== null) process.emit(signal, signal);
  await import('../src/cli/packbench.ts');
}

async function runUnderNode24() {
  const { existsSync } = await import('node:fs');
  const { node24 } = await import('./ground/node-24.mjs');
  const { projectDir } = await import('./ground/project-dir.mjs');
  const { giveUp } = await import('./ground/say.mjs');
  const { spawned } = await import('./ground/spawned.mjs');
  if (!existsSync(node24))
    giveUp('please run npm ci once: the command line needs the Node 24 that it brings');
  // A station that is told to stop before it hears signals ends by one, and had opened nothing: it ended in order.
  let wasStopped = false;
  const stop = () => {
    wasStopped = isStation;
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  if (early?.release() != null) return;
  const args = [`${projectDir}/scripts/packbench.mjs`, ...process.argv.slice(2)];
  const code = await spawned(node24, args, { env: tiedToUs() });
  process.exitCode = wasStopped && code > 128 ? 0 : code;
}
