const { promise, resolve } = Promise.withResolvers<void>();
let isAsked = false;

/**
 * Settles with the first SIGTERM or SIGINT. Heard from the moment this file is loaded, before the rest of the program is,
 * and for good: a second signal (a process group's and a parent's are two) must not cut the end short.
 */
export const stopSignal: Promise<void> = promise;

/** Has one come already? Then nothing need be started. */
export const isStopAsked = (): boolean => isAsked;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    isAsked = true;
    resolve();
  });
}
