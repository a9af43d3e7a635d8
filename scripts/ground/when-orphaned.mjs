const lookEveryMs = 500;

/**
 * Calls back once when whoever started this process is gone. npx starts it through a shell that dies of a signal without
 * handing it on; only then is there anything to watch, as a daemon may well outlive its shell.
 */
export function whenOrphaned(callback) {
  if (process.env.npm_command !== 'exec') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, lookEveryMs);
  timer.unref();
}
