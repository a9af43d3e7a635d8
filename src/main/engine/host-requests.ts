import type { ResponseFrame } from '#contract/frames.ts';
import { HostProcedureName, HostRequestFrame } from '#contract/host-procedures.ts';

/** What main does for a window, by the name of the request; each rejects when it could not be done. */
export type HostDeeds = Readonly<Record<HostProcedureName, () => Promise<void>>>;

/**
 * Answers the frames that are meant for main, one after another: a deed that swaps the station never meets another.
 * The function it makes answers false for every other frame: those go on to the station.
 */
export function answerHostRequests(
  deeds: HostDeeds,
  answer: (frame: ResponseFrame) => void,
): (frame: unknown) => boolean {
  let last: Promise<void> = Promise.resolve();
  return (frame) => {
    const request = HostRequestFrame.safeParse(frame);
    if (!request.success) return false;
    const { id, procedure } = request.data;
    const name = HostProcedureName.safeParse(procedure);
    if (name.success) {
      last = last.then(deeds[name.data]).then(
        () => answer({ id, ok: true, value: { done: true } }),
        (cause: unknown) => answer({ id, ok: false, error: { code: 'unexpected', detail: String(cause) } }),
      );
    } else {
      answer({ id, ok: false, error: { code: 'unknown-procedure', detail: procedure } });
    }
    return true;
  };
}
