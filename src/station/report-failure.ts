/** What may wait for whoever reads the error output, bytes: a reader that stalls must not fill the memory. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Says on the error output what went wrong behind the packer's back. For work that nobody waits for: it is tried again
 * later, and the station goes on.
 */
export function reportFailure(work: string, cause: unknown): void {
  if (process.stderr.writableLength > maxWaitingBytes) return;
  const detail =
    cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : JSON.stringify(cause);
  const stack = cause instanceof Error ? cause.stack : null;
  process.stderr.write(`${JSON.stringify({ event: 'work-failed', work, detail, stack })}\n`);
}
