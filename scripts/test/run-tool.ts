import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Runs a tool of node_modules in the foreground; true when it ended well. */
export function ranWell(tool: string, args: readonly string[]): boolean {
  return runTool(tool, args, { virtualDisplay: false });
}

/** The same, in a virtual display of 1920 x 1080 when asked. */
export function runTool(
  tool: string,
  args: readonly string[],
  options: { virtualDisplay: boolean },
): boolean {
  const command = [process.execPath, join(root, 'node_modules', tool), ...args];
  const display = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24 -nolisten tcp'];
  const [program = process.execPath, ...rest] = options.virtualDisplay ? [...display, ...command] : command;
  return spawnSync(program, rest, { cwd: root, stdio: 'inherit' }).status === 0;
}
