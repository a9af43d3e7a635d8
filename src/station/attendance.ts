import { reportFailure } from './report-failure.ts';

/** Does what follows from the bench's state, after every change and now and then. */
export type Attendance = { readonly soon: () => void; readonly close: () => void };

/**
 * Takes the steps in the next turn after `soon`, and every `everyMs`: nothing that follows from a scan may delay the
 * scan's answer, and nothing depends on a change having been noticed. A step that fails is said and tried again; the
 * others go on.
 */
export function createAttendance(steps: readonly (() => void)[], everyMs: number): Attendance {
  let waiting: NodeJS.Immediate | null = null;

  function attendNow(): void {
    waiting = null;
    for (const step of steps) {
      try {
        step();
      } catch (cause) {
        // A disk that is full fails what follows from a scan, too; scans say so themselves.
        reportFailure('attend', cause);
      }
    }
  }

  const timer = setInterval(attendNow, everyMs);
  return {
    soon() {
      waiting ??= setImmediate(attendNow);
    },
    close() {
      clearInterval(timer);
      if (waiting !== null) clearImmediate(waiting);
    },
  };
}
