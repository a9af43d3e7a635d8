import { readFileSync } from 'node:fs';

const lookEveryMs = 500;
const wrapper = 'PACKBENCH_STARTED_BY';

/** The environment of a child that must not outlive this process. */
export function tiedToUs() {
  return { ...process.env, [wrapper]: String(process.pid) };
}

/**
 * Calls back once when whoever started this process is gone. npx starts it through a shell that dies of a signal without
 * handing it on, and a wrapper can be killed; only then is there anything to watch, as a daemon may well outlive its shell.
 */
export function whenOrphaned(callback) {
  const startedBy = process.env[wrapper];
  delete process.env[wrapper];
  if (startedBy === undefined && process.env.npm_command !== 'exec') return;
  const parent = startedBy === undefined ? parentAtStart() : Number(startedBy);
  if (process.ppid !== parent) return callback();
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, lookEveryMs);
  timer.unref();
}

/** Null where npx was gone before we could look. In a container npm itself may be the first process. */
function parentAtStart() {
  if (process.ppid !== 1) return process.ppid;
  try {
    return readFileSync('/proc/1/cmdline', 'utf8').startsWith('npm') ? 1 : null;
  } catch {
    return null;
  }
}
