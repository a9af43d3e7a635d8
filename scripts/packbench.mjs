#!/usr/bin/env node
// The command line. Started by whatever Node is on the PATH; the station needs Node 24, which the project brings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './ground/node-24.mjs';
import { projectDir } from './ground/project-dir.mjs';
import { giveUp } from './ground/say.mjs';
import { spawned } from './ground/spawned.mjs';
import { whenOrphaned } from './ground/when-orphaned.mjs';

whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // A station is stopped in order from its first moment on, and loading the rest takes a while.
  if (process.argv[2] === 'station') await import('../src/cli/stop-signal.ts');
  await import('../src/cli/packbench.ts');
} else if (existsSync(node24)) {
  process.exitCode = await spawned(node24, [
    join(projectDir, 'scripts/packbench.mjs'),
    ...process.argv.slice(2),
  ]);
} else {
  giveUp('please run npm ci once: the command line needs the Node 24 that it brings');
}
