import { dirname, join } from 'node:path';
import { node24 } from './node-24.mjs';
import { projectDir } from './project-dir.mjs';
import { spawned } from './spawned.mjs';

/** The screen of a virtual display: the larger of the two that the window is made for. */
const screen = '-screen 0 1920x1080x24 -nolisten tcp';

/**
 * Runs one of the project's TypeScript files under its own Node 24, in the project's folder, with the tools of
 * node_modules on the PATH; in a virtual display when asked. Answers the exit code.
 */
export function runUnderNode24(file, args = [], { virtualDisplay = false, env = {} } = {}) {
  const path = [dirname(node24), join(projectDir, 'node_modules/.bin'), process.env.PATH].join(
    process.platform === 'win32' ? ';' : ':',
  );
  const options = { cwd: projectDir, env: { ...process.env, ...env, PATH: path } };
  const command = [node24, join(projectDir, file), ...args];
  if (!virtualDisplay) return spawned(command[0], command.slice(1), options);
  return spawned('xvfb-run', ['-a', '-s', screen, ...command], options);
}
