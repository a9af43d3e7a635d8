const signals = ['SIGTERM', 'SIGINT'];

/**
 * Keeps SIGTERM and SIGINT from ending a program that is still loading. `release()` lets go of them and answers
 * the first that came, or null; others must listen by then, as a signal that is under way would be lost between the two.
 */
export function holdSignals() {
  let held = null;
  const hold = (signal) => {
    held ??= signal;
  };
  for (const signal of signals) process.on(signal, hold);
  return {
    release() {
      for (const signal of signals) process.off(signal, hold);
      return held;
    },
  };
}
