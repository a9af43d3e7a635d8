/**
 * Says on the error output what went wrong behind the packer's back. For work that nobody waits for: it is tried again
 * later, and the station goes on.
 */
export function reportFailure(work: string, cause: unknown): void {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const stack = cause instanceof Error ? cause.stack : null;
  process.stderr.write(`${JSON.stringify({ event: 'work-failed', work, detail, stack })}\n`);
}
