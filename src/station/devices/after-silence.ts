/**
 * Calls back after `ms` unless cancelled, but not before bytes that had arrived by then have been read: a busy moment
 * of our own must not pass for a silence of the device. Returns how to cancel.
 */
export function afterSilence(ms: number, onSilence: () => void): () => void {
  let lastLook: ReturnType<typeof setImmediate> | undefined;
  const timer = setTimeout(() => {
    lastLook = setImmediate(onSilence);
  }, ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(lastLook);
  };
}
